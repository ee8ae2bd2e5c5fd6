import { execFileSync } from 'node:child_process';

const csv = [
  'date,meeting,draft,agenda_item,outcome,vote,member_state',
  '2020-01-02,1,S/2020/1,"Letter of the 1st, from ""A"", to B",Adopted by majority,Yes,Côte d\'Ivoire',
  '2020-01-02,1,S/2020/1,"Letter of the 1st, from ""A"", to B",Adopted by majority,Abstain,Guinea',
  '2020-01-02,1,S/2020/1,"Letter of the 1st, from ""A"", to B",Adopted by majority,No,Equatorial Guinea',
  '2020-01-03,2,S/2020/2,Other matters,Not adopted - veto,No,Guinea',
].join('\r\n');

interface Document {
  readonly parties?: readonly { readonly id: string }[];
  readonly issues?: readonly { readonly id: string }[];
  readonly source: { readonly text: string };
  readonly acts: readonly {
    readonly party: string;
    readonly leanings: readonly { readonly value: number }[];
    readonly citations: readonly { readonly exact: string }[];
  }[];
}

describe('the example of votes in the Security Council', () => {
  const output = execFileSync(process.execPath, ['docs/examples/unsc-votes.mjs'], { input: csv, encoding: 'utf8' });
  const [parties, ...drafts] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Document);

  it('makes a party of each member, and an issue of each draft', () => {
    expect(parties?.parties?.map(({ id }) => id)).toEqual(['cote-d-ivoire', 'guinea', 'equatorial-guinea']);
    expect(drafts.map(({ issues }) => issues?.[0]?.id)).toEqual(['unsc-s-2020-1', 'unsc-s-2020-2']);
  });

  it('makes an act of each vote, its leaning the vote, its quote once in the text', () => {
    const acts = drafts.flatMap(({ acts: of, source }) => of.map((act) => ({ ...act, text: source.text })));
    expect(acts.map(({ party, leanings }) => [party, leanings.map(({ value }) => value)])).toEqual([
      ['cote-d-ivoire', [1]],
      ['guinea', [0]],
      ['equatorial-guinea', [-1]],
      ['guinea', [-1]],
    ]);
    expect(acts[0]?.text).toContain('Letter of the 1st, from "A", to B');
    for (const { citations, text } of acts) {
      for (const { exact } of citations) expect(text.split(exact)).toHaveLength(2);
    }
  });
});
