/** As much of JSON Schema as our documents use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly example?: unknown;
}

type Schemas = Readonly<Record<string, JsonSchema>>;

/** A value in a document, and the schemas that its own refers to. */
interface Place {
  readonly at: string;
  readonly schemas: Schemas;
}

/** Where a value does not fit a schema; empty when it fits. */
export function misfits(value: unknown, schema: JsonSchema, place: Place): readonly string[] {
  const { at, schemas } = place;
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? misfits(value, named, place) : [`${at}: no schema ${schema.$ref}`];
  }
  const { allOf = [], anyOf } = schema;
  const fits = anyOf?.some((one) => misfits(value, one, place).length === 0) ?? true;
  return [
    ...(fits ? [] : [`${at}: none of the alternatives`]),
    ...valueMisfits(value, schema).map((misfit) => `${at}: ${misfit}`),
    ...allOf.flatMap((one) => misfits(value, one, place)),
    ...itemMisfits(value, schema, place),
    ...fieldMisfits(value, schema, place),
  ];
}

function valueMisfits(value: unknown, { type, enum: values, pattern }: JsonSchema): readonly string[] {
  const matches = typeof value !== 'string' || pattern === undefined || new RegExp(pattern, 'u').test(value);
  return [
    ...(isOfType(value, type) ? [] : [`not ${String(type)}`]),
    ...(values && !values.includes(value) ? [`not one of ${values.join()}`] : []),
    ...(matches ? [] : [`does not match ${pattern}`]),
  ];
}

function itemMisfits(value: unknown, { items }: JsonSchema, { at, schemas }: Place): readonly string[] {
  if (!items || !Array.isArray(value)) return [];
  return value.flatMap((item, index) => misfits(item, items, { at: `${at}/${index}`, schemas }));
}

function fieldMisfits(value: unknown, schema: JsonSchema, { at, schemas }: Place): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const fields = new Map(Object.entries(value));
  const missing = (schema.required ?? []).filter((name) => !fields.has(name));
  const known = Object.entries(schema.properties ?? {}).filter(([name]) => fields.has(name));
  return [
    ...missing.map((name) => `${at}/${name}: missing`),
    ...known.flatMap(([name, field]) => misfits(fields.get(name), field, { at: `${at}/${name}`, schemas })),
  ];
}

function isOfType(value: unknown, type: JsonSchema['type']): boolean {
  if (type === undefined) return true;
  const named = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return [type].flat().some((one) => one === named || (one === 'integer' && Number.isInteger(value)));
}
