/** A value of PROV-JSON: its own literals, or a text with the name of its type. */
export type ProvValue = string | number | boolean | { readonly $: string; readonly type: string };
type Given = ProvValue | readonly ProvValue[] | null | undefined;
/** What is null is not said. */
export type ProvAttributes = Readonly<Record<string, Given>>;

type Element = 'entity' | 'activity' | 'agent';
type Relation =
  | 'wasGeneratedBy'
  | 'used'
  | 'wasInvalidatedBy'
  | 'wasDerivedFrom'
  | 'wasAttributedTo'
  | 'wasAssociatedWith'
  | 'actedOnBehalfOf'
  | 'wasInfluencedBy'
  | 'specializationOf';

/** A PROV-JSON document in the making (W3C submission of 24 April 2013): everything stands in the order it is said. */
export class ProvStatements {
  private readonly said = new Map<Element | Relation, Map<string, object>>();
  private relations = 0;

  /** A thing is described once: whether this is the first time, which alone counts. */
  describe(element: Element, id: string, attributes: ProvAttributes): boolean {
    const known = this.of(element);
    if (known.has(id)) return false;
    known.set(id, given(attributes));
    return true;
  }

  relate(relation: Relation, attributes: ProvAttributes): void {
    this.relations += 1;
    this.of(relation).set(`_:${relation}${this.relations}`, given(attributes));
  }

  document(prefix: Readonly<Record<string, string>>): object {
    const kinds = [...this.said].map(([kind, statements]) => [kind, Object.fromEntries(statements)] as const);
    return { prefix, ...Object.fromEntries(kinds) };
  }

  private of(kind: Element | Relation): Map<string, object> {
    const known = this.said.get(kind) ?? new Map<string, object>();
    this.said.set(kind, known);
    return known;
  }
}

function given(attributes: ProvAttributes): object {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined));
}

/** A double as the shortest text that reads back to its bits. */
export function real(value: number | null): ProvValue | null {
  return value === null ? null : { $: String(value), type: 'xsd:double' };
}

export function instant(value: string): ProvValue {
  return { $: value, type: 'xsd:dateTime' };
}

export function uri(value: string | null): ProvValue | null {
  return value === null ? null : { $: value, type: 'xsd:anyURI' };
}

/** The qualified name of something. */
export function named(value: string): ProvValue {
  return { $: value, type: 'prov:QUALIFIED_NAME' };
}
