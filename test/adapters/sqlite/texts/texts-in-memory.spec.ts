import { SqliteTexts } from '../../../../src/adapters/sqlite/texts/sqlite-texts.js';
import { describeTexts } from '../../../contracts/texts.contract.js';

describeTexts('SQLite in memory', () => SqliteTexts.open({ file: ':memory:' }));
