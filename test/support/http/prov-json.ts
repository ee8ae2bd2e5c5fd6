/** A value as PROV-JSON writes it. */
export type ProvLiteral = string | number | boolean | { readonly $: string; readonly type: string };
export type ProvStatement = Readonly<Record<string, ProvLiteral>>;
type Prefix = Readonly<Record<string, string>>;
type Statements = Readonly<Record<string, ProvStatement>>;

export interface ProvDocument {
  readonly prefix: Prefix;
  readonly entity: Statements;
  readonly activity: Statements;
  readonly agent: Statements;
  readonly wasGeneratedBy: Statements;
  readonly wasDerivedFrom?: Statements;
  readonly wasAttributedTo?: Statements;
  readonly specializationOf?: Statements;
  readonly used?: Statements;
  readonly wasInvalidatedBy?: Statements;
  readonly wasInfluencedBy?: Statements;
  readonly actedOnBehalfOf?: Statements;
  readonly wasAssociatedWith: Statements;
}

/** What each relation says of what: the arguments that are names, the first two of which it cannot do without. */
const relations: Readonly<Record<string, readonly [needed: string, also: string, ...rest: readonly string[]]>> = {
  wasGeneratedBy: ['prov:entity', 'prov:activity'],
  used: ['prov:activity', 'prov:entity'],
  wasInvalidatedBy: ['prov:entity', 'prov:activity'],
  wasDerivedFrom: ['prov:generatedEntity', 'prov:usedEntity', 'prov:activity'],
  wasAttributedTo: ['prov:entity', 'prov:agent'],
  wasAssociatedWith: ['prov:activity', 'prov:agent', 'prov:plan'],
  actedOnBehalfOf: ['prov:delegate', 'prov:responsible'],
  wasInfluencedBy: ['prov:influencee', 'prov:influencer'],
  specializationOf: ['prov:specificEntity', 'prov:generalEntity'],
};
const elements = ['entity', 'activity', 'agent'];
const times = ['prov:time', 'prov:startTime', 'prov:endTime'];

/** What is not as the W3C submission has it, or names what the document does not describe; empty when all is well. */
export function provFaults(document: ProvDocument): readonly string[] {
  const { prefix, ...kinds } = document;
  const described = new Set(elements.flatMap((kind) => Object.keys(kinds[kind as keyof typeof kinds] ?? {})));
  return [
    ...Object.entries(prefix)
      .filter(([name, uri]) => !/^[\w-]+$/.test(name) || !URL.canParse(uri))
      .map(String),
    ...Object.entries(kinds).flatMap(([kind, statements]) =>
      Object.entries(statements).flatMap(([id, statement]) => [
        ...(elements.includes(kind) || relations[kind] ? [] : [`${kind} is no kind of statement`]),
        ...nameFaults(id, prefix).filter(() => !id.startsWith('_:')),
        ...argumentFaults(kind, statement, described).map((fault) => `${kind} ${id}: ${fault}`),
        ...Object.entries(statement).flatMap(([name, value]) => valueFaults(name, value, prefix)),
      ]),
    ),
  ];
}

function argumentFaults(kind: string, statement: ProvStatement, described: ReadonlySet<string>): readonly string[] {
  const names = relations[kind] ?? [];
  return names.flatMap((name, index) => {
    const value = statement[name];
    if (value === undefined) return index < 2 ? [`no ${name}`] : [];
    return typeof value === 'string' && described.has(value) ? [] : [`${name} ${told(value)} is not described`];
  });
}

function valueFaults(name: string, value: ProvLiteral, prefix: Prefix): readonly string[] {
  const faults = nameFaults(name, prefix);
  if (times.includes(name) && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(told(value))) return [...faults, `${name}: no time`];
  if (typeof value !== 'object') return faults;
  const { $: text, type } = value;
  const isRight = typeof text === 'string' && (type !== 'xsd:double' || String(Number(text)) === text);
  const asName = type === 'prov:QUALIFIED_NAME' ? nameFaults(text, prefix) : [];
  return [...faults, ...nameFaults(type, prefix), ...asName, ...(isRight ? [] : [`${name}: ${text}`])];
}

/** A name is a prefix that was declared, a colon, and something. */
function nameFaults(name: string, prefix: Prefix): readonly string[] {
  const colon = name.indexOf(':');
  const before = name.slice(0, colon);
  const isKnown = before in prefix || before === 'prov' || before === 'xsd';
  return isKnown && colon < name.length - 1 && URL.canParse(name) ? [] : [`${name} is no name`];
}

function told(value: ProvLiteral): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
