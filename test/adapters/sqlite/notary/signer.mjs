// Signs one size of a history after the other, and says what it signed.
import { createHash } from 'node:crypto';
import { SqliteNotary } from '../../../../dist/adapters/sqlite/notary/sqlite-notary.js';

const rootAt = (size) => createHash('sha256').update(`root ${size}`).digest('hex');
const notary = await SqliteNotary.open({ keyFile: process.argv[2], mayGenerate: true });
let size = ((await notary.last())?.size ?? 0) + 1;
for (;;) {
  const { root } = await notary.sign({ origin: 'demarche/a', size, root: rootAt(size) }, rootAt);
  process.stdout.write(`${size} ${root}\n`);
  size += 1;
}
