/** Bodies as a recorder sends them; each test changes what it is about. */
type Body = Readonly<Record<string, unknown>>;

export const sourceText =
  'Secretary of State Marco Rubio said on Friday: “We’re not going to continue with this endeavor for weeks. ' +
  'We need to determine very quickly now whether this is doable.” He said the US would move on.';

export const party: Body = { id: 'united-states', name: 'United States', kind: 'state' };

export const speaker: Body = {
  id: 'marco-rubio',
  name: 'Marco Rubio',
  mandates: [{ party: 'united-states', role: 'Secretary of State', from: '2025-01-21' }],
};

export const issue: Body = {
  id: 'approach-to-moscow',
  title: 'Approach to Moscow',
  question: 'Should Moscow be pressed or met half-way?',
  axis: { negative: 'pressure', positive: 'concessions' },
  bands: [
    { label: 'pressure', from: -1, to: -0.25 },
    { label: 'mediation', from: -0.25, to: 0.25 },
    { label: 'concessions', from: 0.25, to: 1 },
  ],
};

export const source: Body = {
  id: 'rubio-2025-04-18',
  title: 'Rubio says US may move on',
  publisher: 'A newspaper',
  published: '2025-04-18',
  language: 'en',
  reliability: 'B',
  text: sourceText,
};

export const citation: Body = { source: 'rubio-2025-04-18', exact: 'We’re not going to continue with this endeavor' };

export const act: Body = {
  kind: 'statement',
  party: 'united-states',
  occurred: '2025-04-18',
  summary: 'Rubio says that the US will not go on for weeks.',
  attribution: 'on-record',
  leanings: [{ issue: 'approach-to-moscow', value: -0.5 }],
  citations: [citation],
};

export const reason: Body = { reason: 'It was misread.' };

/** A body without its id, with a reason: what a PUT takes. */
export function revised({ id: _id, text: _text, ...content }: Body): Body {
  return { ...content, ...reason };
}
