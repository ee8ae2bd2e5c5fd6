import type { StanceSummary } from '../domain/stances/stance.js';
import { formatInstant, type Instant } from '../domain/time/instant.js';
import { parseUpperBound } from '../domain/time/upper-bound.js';
import type { Faults } from './faults.js';
import type { History } from './history.js';
import { StancesAnew } from './stances-anew.js';

/** What an export says of one party: the answer of `GET /v1/stances`. */
interface Claimed {
  readonly items: readonly { readonly party: string; readonly issue: string }[];
  readonly basis: { readonly validAt: string };
}

interface Head {
  readonly sequence: number;
  readonly recordedAt: Instant;
}

/** Stances as they are exported are those that the events make, to the bit, of every party on every issue. */
export class StanceCheck {
  checked = 0;
  /** That of the first party's stances, and so of all. */
  private validAt: Instant | null = null;
  /** The party whose stances came last. */
  private last = '';
  private readonly anew: StancesAnew;
  private readonly told = new Set<string>();

  constructor(
    private readonly history: History,
    private readonly head: Head,
    private readonly faults: Faults,
  ) {
    this.anew = new StancesAnew(history, head.sequence, faults);
  }

  add(claimed: unknown): void {
    if (!isClaimed(claimed)) {
      this.faults.add(null, 'there are stances that are none');
      return;
    }
    const party = claimed.items[0]?.party ?? '';
    if (party !== '' && party <= this.last)
      this.faults.add(null, `the stances of ${party} do not stand once, and where their party comes by its id`);
    if (this.told.has(party) && party !== '') return;
    this.last = party;
    const what = `the stances of ${party} cannot be made anew`;
    this.faults.attempt(null, what, () => this.judge(claimed, party));
  }

  finish(): void {
    const { parties, issues } = this.history;
    for (const party of parties)
      if (issues.size > 0 && !this.told.has(party)) this.faults.add(null, `the stances of ${party} are not here`);
    const expected = this.told.size * issues.size;
    if (this.checked !== expected) this.faults.add(null, `${expected - this.checked} stances are not here`);
  }

  private judge({ items, basis }: Claimed, party: string): void {
    const validAt = parseUpperBound(basis.validAt, '/basis/validAt');
    this.validAt ??= validAt;
    if (JSON.stringify(basis) !== this.basis(this.validAt))
      this.faults.add(null, `stances of ${party} are on another basis`);
    const anew = this.anew.of(party, validAt);
    for (const item of items) this.compare(item, party, anew.get(item.issue));
    this.told.add(party);
  }

  private compare(item: Claimed['items'][number], party: string, stance: StanceSummary | undefined): void {
    this.checked += 1;
    const { issue } = item;
    const shown = stance && JSON.stringify({ party, issue, ...inOrder(stance) });
    if (shown === JSON.stringify(item)) return;
    const what = `the stance of ${item.party} on ${issue} is not what the events make of it`;
    this.faults.add(null, `${what}: ${String(shown)}`);
  }

  private basis(validAt: Instant): string {
    const { sequence, recordedAt } = this.head;
    return JSON.stringify({
      validAt: formatInstant(validAt),
      knownAt: { sequence, recordedAt: formatInstant(recordedAt), settled: true },
      model: { name: 'decayed-mean', version: 1, halfLifeDays: null },
      codebook: 1,
      lens: {},
    });
  }
}

function inOrder({ status, mixed, score, band, strength }: StanceSummary): StanceSummary {
  return { status, mixed, score, band, strength };
}

function isClaimed(value: unknown): value is Claimed {
  if (!isRecord(value) || !isRecord(value['basis']) || !Array.isArray(value['items'])) return false;
  return typeof value['basis']['validAt'] === 'string' && value['items'].every(isCell);
}

function isCell(item: unknown): boolean {
  return isRecord(item) && typeof item['party'] === 'string' && typeof item['issue'] === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
