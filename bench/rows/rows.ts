import { concurrentRecorders } from './recorders.js';
import { differences } from './differences.js';
import { newNode, recordersOnServer } from './on-server.js';
import { matrix } from './matrix.js';
import { memory } from './memory.js';
import { pointQueriesBy } from './point-queries.js';
import { allViews, cellsAlone } from './rebuilds.js';
import { replay } from './replay.js';
import { restart } from './restart.js';
import type { MeasureRow } from './row.js';
import { singleAppends } from './appends.js';
import { stancesOverHttp } from './stances-over-http.js';
import { treeWork } from './tree-work.js';
import { verifying } from './verifying.js';

type Rows = ReadonlyMap<number, MeasureRow>;

/** The rows of DESIGN section 10, by their number in the table; from 12 on what else is to be known. */
const rows: Rows = new Map([
  [1, singleAppends],
  [2, concurrentRecorders],
  [4, allViews],
  [5, cellsAlone],
  [6, pointQueriesBy('activity')],
  [7, pointQueriesBy('even')],
  [8, matrix],
  [9, stancesOverHttp],
  [10, restart],
  [11, memory],
  [12, differences],
  [13, treeWork],
  [16, replay],
  [17, verifying],
]);

/** The rows that need an EventStoreDB. */
const serverRows: Rows = new Map([
  [14, newNode],
  [15, recordersOnServer],
]);

/** What can be measured there, by number. */
export function rowsOn(log: string | null): Rows {
  return log === null ? rows : serverRows;
}
