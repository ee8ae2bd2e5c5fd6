import { Codec } from '../../../domain/shared/codec.js';
import type { ActEvent } from '../../../domain/shared/domain-event.js';
import type { ActVersion } from '../../../ports/acts.js';

/** A row of `acts`: an act's event in its place in the log. */
export interface ActRow {
  readonly sequence: number;
  readonly number: number;
  readonly id: string;
  readonly revision: number;
  readonly recorded_at: number;
  readonly recorder: string;
  readonly command: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: string;
  readonly effective: number;
}

const codec = new Codec();

export function actVersionOf(row: ActRow): ActVersion {
  const { sequence, number, id, revision, recorded_at, recorder, command, type, schema_version, data } = row;
  const event = codec.decode({ type, schemaVersion: schema_version, data }) as ActEvent; // rows of acts hold no others
  return { act: id, number, revision, sequence, recordedAt: recorded_at, recorder, command, event };
}
