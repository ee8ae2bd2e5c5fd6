import { join } from 'node:path';
import { SqliteTexts } from '../../../../src/adapters/sqlite/texts/sqlite-texts.js';
import { describeTexts } from '../../../contracts/texts.contract.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();

describeTexts('SQLite on disk', () => SqliteTexts.open({ file: join(folder(), 'texts.db') }));
