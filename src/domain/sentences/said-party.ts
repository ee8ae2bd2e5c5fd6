import type { PartyContent } from '../parties/party-content.js';

/** What names of parties end in, before an “of”, that English gives an article. */
const withArticle = new Set(
  [
    'states kingdom emirates republic federation confederation union nations netherlands philippines islands',
    'bahamas maldives comoros gambia league council organisation organization commission committee community',
    'association authority agency assembly parliament congress court ministry government administration army forces',
    'movement front party coalition alliance bloc group campaign opposition kremlin taliban see',
  ].flatMap((words) => words.split(' ')),
);

/** A party as a sentence names it, such as “the United States”; by its id where it has no name yet. */
export function partySaid(party: Pick<PartyContent, 'name' | 'kind'> | null, id: string): string {
  if (!party) return id;
  const { name, kind } = party;
  if (kind === 'person') return name;
  const [head = ''] = name.toLowerCase().split(' of ');
  const last = head.slice(head.lastIndexOf(' ') + 1);
  return withArticle.has(last) && !head.startsWith('the ') ? `the ${name}` : name;
}
