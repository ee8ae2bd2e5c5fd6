import { join } from 'node:path';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { describeEventLog } from '../../../contracts/event-log.contract.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();

describeEventLog('SQLite on disk', () =>
  SqliteEventLog.open({ file: join(folder(), 'log.db'), clock: new HandSetClock() }),
);
