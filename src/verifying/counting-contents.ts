import type { ActContent, Citation, Leaning } from '../domain/acts/act-content.js';

/**
 * Makes of acts what their stances depend on, and no more: of a million acts the texts, and each name as often as it
 * is written, would fill the memory.
 */
export class CountingContents {
  private readonly names = new Map<string, string>();
  private readonly citations = new Map<string, readonly Citation[]>();

  of(content: ActContent): ActContent {
    const { kind, party, occurred, until, attribution, certainty, mode, inResponseTo } = content;
    // Written out in one: an object that begins as a copy and grows takes four times as much.
    return {
      kind: this.once(kind),
      party: this.once(party),
      speaker: null,
      addressees: nobody,
      occurred: this.once(occurred),
      until: until && this.once(until),
      summary: '',
      leanings: this.leaningsOf(content),
      attribution: this.once(attribution),
      certainty,
      condition: null,
      mode: mode && this.once(mode),
      citations: this.citationsOf(content),
      inResponseTo: kind === 'withdrawal' ? inResponseTo : null,
      joint: null,
      threat: null,
      proposal: null,
    };
  }

  private leaningsOf({ leanings }: ActContent): readonly Leaning[] {
    return leanings.map(({ issue, value }) => ({ issue: this.once(issue), value, note: null }));
  }

  private citationsOf({ citations }: ActContent): readonly Citation[] {
    const key = citations.map(({ source }) => source).join(' ');
    const known = this.citations.get(key) ?? citations.map(({ source }) => ({ ...noQuote, source }));
    this.citations.set(key, known);
    return known;
  }

  private once<T extends string>(name: T): T {
    const known = this.names as Map<string, T>;
    const found = known.get(name);
    if (found === undefined) known.set(name, name);
    return found ?? name;
  }
}

const nobody: readonly string[] = [];
const noQuote = { exact: '', prefix: null, suffix: null, start: 0, end: 0, translation: null } as const;
