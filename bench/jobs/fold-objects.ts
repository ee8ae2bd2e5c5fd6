import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { processorWatch } from '../measure/processor-watch.js';

interface Folding {
  readonly log: string;
}

/** What a rebuild took. */
export interface Rebuilt {
  readonly events: number;
  readonly seconds: number;
  /** Of the processor, which is less where others take it away. */
  readonly processorSeconds: number;
}

type Entity = Record<string, unknown>;
type Row = readonly [stream: string, type: string, data: string];

const select = 'SELECT stream, type, data FROM events ORDER BY sequence';

/**
 * What every rebuild is measured against: reading the log in order, JSON.parse of each event, and folding each stream
 * into a plain object that is kept. Nothing can be asked of the result but an entity by its stream.
 */
export function foldObjects({ log }: Folding): Rebuilt {
  const database = new Database(log, { readonly: true });
  const rows = database.prepare<[], Row>(select).raw();
  const entities = new Map<string, Entity>();
  const processorSeconds = processorWatch();
  const start = performance.now();
  let events = 0;
  for (const [stream, type, data] of rows.iterate()) {
    entities.set(stream, fold(entities.get(stream), type, JSON.parse(data) as Entity));
    events += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  database.close();
  if (entities.size === 0) throw new Error('nothing was folded');
  return { events, seconds, processorSeconds: processorSeconds() };
}

function fold(state: Entity | undefined, type: string, data: Entity): Entity {
  if (state === undefined) return data;
  if (type === 'ActCorrected') return { ...state, ...(data['content'] as Entity) };
  return { ...state, retracted: type === 'ActRetracted' ? data : null };
}
