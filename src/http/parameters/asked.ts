import { refuseIf } from '../../domain/shared/check.js';
import { Refusal } from '../../domain/shared/refusal.js';

/** Items that a list in a query may have. */
const listItemsMax = 1000;

interface Range {
  readonly min: number;
  readonly max?: number;
}

/** What a query asks, parameter by parameter; null where it does not say. Every reader refuses with `invalid`. */
export class Asked {
  constructor(private readonly values: ReadonlyMap<string, string>) {}

  get names(): Iterable<string> {
    return this.values.keys();
  }

  /** What is said under this prefix, without it. */
  namesUnder(prefix: string): ReadonlySet<string> {
    const under = [...this.values.keys()].filter((name) => name.startsWith(prefix));
    return new Set(under.map((name) => name.slice(prefix.length)));
  }

  /** As if what is said under this prefix were said without it, in the place of what is, and of all `replaced`. */
  under(prefix: string, replaced: readonly string[]): Asked {
    const common = [...this.values].filter(([name]) => !name.includes('.') && !replaced.includes(name));
    const own = [...this.namesUnder(prefix)].map((name) => [name, this.text(prefix + name) ?? ''] as const);
    return new Asked(new Map([...common, ...own]));
  }

  text(name: string): string | null {
    return this.values.get(name) ?? null;
  }

  required(name: string): string {
    return this.text(name) ?? refuse(name, `Give \`${name}\`: there is no answer without it.`);
  }

  oneOf<V extends string>(name: string, allowed: readonly V[]): V | null {
    const value = this.text(name);
    if (value === null) return null;
    return (
      allowed.find((one) => one === value) ?? refuse(name, `This is one of ${allowed.join(', ')}, not \`${value}\`.`)
    );
  }

  requiredOneOf<V extends string>(name: string, allowed: readonly V[]): V {
    return this.oneOf(name, allowed) ?? refuse(name, `Give \`${name}\`: one of ${allowed.join(', ')}.`);
  }

  flag(name: string): boolean {
    return this.oneOf(name, ['true', 'false']) === 'true';
  }

  integer(name: string, { min, max = Number.MAX_SAFE_INTEGER }: Range): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d{1,16}$/.test(value) ? Number(value) : NaN;
    const detail = `This is a whole number from ${min} to ${max} in decimal digits, not \`${value}\`.`;
    refuseIf(!(number >= min && number <= max), 'invalid', { pointer: `?${name}`, detail });
    return number;
  }

  /** A number of 64 bits without a sign, as great as other logs and verifiers have them. */
  unsigned(name: string): bigint | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d{1,20}$/.test(value) ? BigInt(value) : -1n;
    const isOne = number >= 0n && number < 2n ** 64n;
    return isOne ? number : refuse(name, `This is a whole number from 0 to 2^64 − 1, not \`${value}\`.`);
  }

  decimal(name: string, { min, max = Number.MAX_SAFE_INTEGER }: Range): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d{1,16}(\.\d{1,20})?$/.test(value) ? Number(value) : NaN;
    const detail = `This is a number from ${min} to ${max} in decimal digits, not \`${value}\`.`;
    refuseIf(!(number >= min && number <= max), 'invalid', { pointer: `?${name}`, detail });
    return number;
  }

  /** Comma-separated; each item must fit the shape, if there is one. */
  list(name: string, shape: RegExp = /./): readonly string[] | null {
    const items = this.text(name)?.split(',') ?? null;
    if (items === null) return null;
    const strange = items.find((item) => !shape.test(item));
    if (strange !== undefined)
      refuse(name, `This is a list with commas between its items; \`${strange}\` is no item of it.`);
    if (items.length > listItemsMax) refuse(name, `A list has at most ${listItemsMax} items, not ${items.length}.`);
    return items;
  }

  listOf<V extends string>(name: string, allowed: readonly V[]): readonly V[] | null {
    const items = this.list(name);
    if (items === null) return null;
    const known = (item: string): V =>
      allowed.find((one) => one === item) ?? refuse(name, `Its items are of ${allowed.join(', ')}; not \`${item}\`.`);
    return items.map(known);
  }
}

function refuse(name: string, detail: string): never {
  throw new Refusal('invalid', detail, [{ pointer: `?${name}`, detail }]);
}
