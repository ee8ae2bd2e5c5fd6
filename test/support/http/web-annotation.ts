export interface QuoteSelector {
  readonly type: string;
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface PositionSelector {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface Annotation {
  readonly '@context': readonly unknown[];
  readonly id: string;
  readonly type: string;
  readonly motivation: string;
  readonly created: string;
  readonly creator: { readonly id: string; readonly name: string };
  readonly body: readonly { readonly type: string; readonly purpose: string; readonly [name: string]: unknown }[];
  readonly target: {
    readonly type: string;
    readonly source: { readonly id: string; readonly [name: string]: unknown };
    readonly selector: readonly [QuoteSelector, PositionSelector];
  };
  readonly 'demarche:counts': boolean;
  readonly 'demarche:passage': string;
}

export interface AnnotationCollection {
  readonly '@context': readonly unknown[];
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly total: number;
  readonly first: { readonly id: string; readonly type: string; readonly items: readonly Annotation[] };
}

const context = 'http://www.w3.org/ns/anno.jsonld';
const motivations = ['assessing', 'classifying', 'commenting', 'describing', 'identifying', 'linking', 'tagging'];

/** Which of the MUSTs of the Web Annotation Data Model (2017) are broken that matter to what we write. */
export function annotationFaults(collection: AnnotationCollection): readonly string[] {
  const { id, type, total, first } = collection;
  const whole = {
    'a collection': type === 'AnnotationCollection' && first.type === 'AnnotationPage',
    'the context': collection['@context'].includes(context) && !('@context' in first),
    'a total': total === first.items.length,
    'ids of their own': new Set([id, first.id, ...first.items.map((item) => item.id)]).size === total + 2,
    URIs: [id, first.id].every((each) => URL.canParse(each)),
  };
  return [
    ...broken(whole),
    ...first.items.flatMap((item) => broken(musts(item)).map((fault) => `${item.id}: ${fault}`)),
  ];
}

function musts({ id, type, motivation, created, creator, body, target, ...rest }: Annotation): Record<string, boolean> {
  const [quote, position] = target.selector;
  return {
    'the context': rest['@context'].includes(context),
    'an annotation': type === 'Annotation' && motivations.includes(motivation),
    URIs: [id, creator.id, target.source.id].every((each) => URL.canParse(each)),
    'a time': /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(created),
    bodies: body.every((each) => ['SpecificResource', 'TextualBody'].includes(each.type)),
    purposes: body.every(({ purpose }) => motivations.includes(purpose)),
    values: body.every((each) => typeof (each.type === 'TextualBody' ? each['value'] : each['source']) === 'string'),
    'a specific target': target.type === 'SpecificResource',
    'a quote': quote.type === 'TextQuoteSelector' && typeof quote.exact === 'string',
    'a position': position.type === 'TextPositionSelector' && 0 <= position.start && position.start <= position.end,
  };
}

function broken(rules: Record<string, boolean>): readonly string[] {
  return Object.entries(rules).flatMap(([name, isKept]) => (isKept ? [] : [name]));
}
