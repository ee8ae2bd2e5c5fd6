import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { describeEventLog } from '../../../contracts/event-log.contract.js';
import { HandSetClock } from '../shared/hand-set-clock.js';

describeEventLog('SQLite in memory', () => SqliteEventLog.open({ file: ':memory:', clock: new HandSetClock() }));
