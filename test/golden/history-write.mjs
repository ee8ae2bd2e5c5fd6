// How the golden history says what is sent to a node: a request, and who records it.
const write = (method) => (path, body, recorder) => ({ method, path, body, recorder });

export const post = write('POST');
export const put = write('PUT');

export const actId = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A quote; by default it is all that is said about where it stands. */
export const quote = (source, exact, where = {}) => ({ source, exact, ...where });

/** What a party did, with one leaning (`[issue, value]`), several, or none. */
export function content(kind, party, occurred, { leans = [], quotes, ...more }) {
  const pairs = typeof leans[0] === 'string' ? [leans] : leans;
  return {
    kind,
    party,
    occurred,
    summary: `${party}: ${kind} of ${occurred}.`,
    attribution: 'official',
    leanings: pairs.map(([issue, value, note]) => ({ issue, value, ...(note && { note }) })),
    citations: quotes,
    ...more,
  };
}

export const act = (number, kind, party, occurred, { by, ...more }) =>
  post('/v1/acts', { id: actId(number), ...content(kind, party, occurred, more) }, by);

/** A later word on an act: `corrections`, `citations`, `retractions`, `reinstatements`. */
export const later = (number, what, body, by) => post(`/v1/acts/${actId(number)}/${what}`, body, by);

export const correct = (number, reason, act, by) => later(number, 'corrections', { reason, act }, by);
