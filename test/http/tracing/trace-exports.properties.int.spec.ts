import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { ActVersionView, StanceView } from '../../../src/application/asking/views.js';
import { GetActHistory } from '../../../src/application/asking/get-act-history.js';
import { GetStance } from '../../../src/application/asking/get-stance.js';
import { CaptureSource } from '../../../src/application/recording/capture-source.js';
import { FrameIssue } from '../../../src/application/recording/frame-issue.js';
import { RecordAct } from '../../../src/application/recording/record-act.js';
import { RegisterParty } from '../../../src/application/recording/register-party.js';
import { GetTrace } from '../../../src/application/tracing/get-trace.js';
import type { TraceView } from '../../../src/application/tracing/views.js';
import { annotationsOfTrace } from '../../../src/http/tracing/annotations-of-trace.js';
import { provOfTrace } from '../../../src/http/tracing/prov-of-trace.js';
import { issue } from '../../application/catalogue-steps.js';
import { actId, basisOf } from '../../application/driver.js';
import { longHistory, wideQuestions } from '../../application/history.js';
import { at, tell } from '../../application/told.js';
import { citation, claim, envelope, issueContent, partyContent, sourceContent } from '../../support/contents.js';
import { defaultBasis } from '../../support/default-basis.js';
import { saying } from '../../support/http/exported-trace.js';
import { provFaults, type ProvDocument } from '../../support/http/prov-json.js';
import { annotationFaults, type AnnotationCollection } from '../../support/http/web-annotation.js';
import { TestClock } from '../../support/test-clock.js';
import { portsInMemory, TestNode } from '../../support/test-node.js';

jest.setTimeout(60_000);

const provenance = (view: TraceView) => JSON.parse(JSON.stringify(provOfTrace(view))) as ProvDocument;
const annotations = (view: TraceView) => JSON.parse(JSON.stringify(annotationsOfTrace(view))) as AnnotationCollection;
/** What `end` is in an id such as `log:/v1/acts/ID?atSequence=9`. */
const actIn = (id: unknown): string => /^log:\/v1\/acts\/([^?]*)/.exec(String(id))?.[1] ?? '';

/** The stance was derived from just what contributes to it, by the same shares to the bit. */
function expectShares({ wasDerivedFrom }: ProvDocument, { contributions }: StanceView): void {
  const derived = saying(wasDerivedFrom, {}).filter((each) => 'demarche:share' in each);
  expect(derived.map((each) => [actIn(each['prov:usedEntity']), each['demarche:share']])).toEqual(
    contributions.map(({ act, share }) => [act, { $: String(share), type: 'xsd:double' }]),
  );
}

/** Every version of the act is there, each a revision of the one before. */
function expectVersions({ wasDerivedFrom, entity }: ProvDocument, versions: readonly ActVersionView[]): void {
  const ids = versions.map(({ id, sequence }) => `log:/v1/acts/${id}?atSequence=${sequence}`);
  expect(ids.filter((id) => !(id in entity))).toEqual([]);
  const ours = new Set<unknown>(ids);
  const pairs = saying(wasDerivedFrom, {}).map((each) => [each['prov:usedEntity'], each['prov:generatedEntity']]);
  const revisions = pairs.filter((pair) => pair.every((id) => ours.has(id)));
  expect(revisions).toEqual(ids.slice(1).map((id, index) => [ids[index], id]));
}

describe('whatever is recorded, and however it is asked', () => {
  it('derives the stance in PROV from just what contributes, and tells of all its versions', async () => {
    await fc.assert(
      fc.asyncProperty(longHistory, wideQuestions, async (steps, asked) => {
        const { node, head } = await tell(portsInMemory, steps);
        for (const q of asked.slice(0, 3)) {
          const [cell, basis] = [{ party: `party-${String(q.party)}`, issue }, basisOf(q, at(q, head))];
          const view = await node.ask(new GetTrace(cell, basis, Infinity));
          const document = provenance(view);
          expect([provFaults(document), annotationFaults(annotations(view))]).toEqual([[], []]);
          expectShares(document, (await node.ask(new GetStance(cell, basis, Infinity))).take());
          const { atSequence, knownAt, minSequence } = basis;
          for (const { act } of view.contributions) {
            const { items } = await node.ask(new GetActHistory(act, { atSequence, knownAt, minSequence }));
            expectVersions(document, items);
          }
        }
        await node.close();
      }),
      { numRuns: 20 },
    );
  });
});

/** Letters beyond the first plane, joined, combining and composed, beside plain ones. */
const texts = fc
  .array(fc.constantFrom('a', 'b', ' ', 'é', 'e\u0301', '🕊️', '👩‍⚖️', '𝒟', '\u0308', '中', '\n'), {
    minLength: 1,
    maxLength: 90,
    size: 'max',
  })
  .map((parts) => parts.join(''));

const cited = fc.tuple(texts, fc.array(fc.tuple(fc.nat(), fc.nat(12)), { minLength: 1, maxLength: 4 }));

describe('whatever is quoted', () => {
  it('has one annotation, whose offsets cut it out of the text by code points', async () => {
    const node = await TestNode.on(await portsInMemory(new TestClock(Date.UTC(2025, 5, 1))));
    await node.send(new RegisterParty('united-states', partyContent, envelope('party')));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(cited, async ([text, places]) => {
        const id = `run-${++run}`;
        const points = Array.from(text);
        const quotes = places.map(([from, length]) => {
          const start = from % points.length;
          const end = Math.min(points.length, start + 1 + length);
          return { ...citation, source: id, exact: points.slice(start, end).join(''), start, end };
        });
        await node.send(new FrameIssue(id, issueContent, envelope(`${id}-issue`)));
        await node.send(new CaptureSource(id, sourceContent, text, envelope(`${id}-source`)));
        const leanings = [{ issue: id, value: 0.5, note: null }];
        const act = claim({ kind: 'statement', leanings, citations: quotes });
        await node.send(new RecordAct(actId(run), act, envelope(`${id}-act`), 'tell'));
        const view = await node.ask(new GetTrace({ party: 'united-states', issue: id }, defaultBasis, 100));
        const { first } = annotations(view);
        expect(annotationFaults(annotations(view))).toEqual([]);
        const cut = first.items.map(({ target: { selector } }) => {
          const [quote, { start, end }] = selector;
          expect(points.slice(start, end).join('')).toBe(quote.exact);
          expect((quote.prefix ?? '') + quote.exact + (quote.suffix ?? '')).toBe(
            points.slice(Math.max(0, start - 32), end + 32).join(''),
          );
          return { start, end, exact: quote.exact };
        });
        expect(cut).toEqual(quotes.map(({ start, end, exact }) => ({ start, end, exact })));
      }),
      { numRuns: 40 },
    );
    await node.close();
  });
});
