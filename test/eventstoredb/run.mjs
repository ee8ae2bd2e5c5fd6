// Runs the suites that need an EventStoreDB against the server that ESDB_URL names. Without one there is nothing to run,
// which is never a success.
import { spawnSync } from 'node:child_process';

const howTo = `ESDB_URL names no server to test against. Start one, for example

    docker run --rm -p 127.0.0.1:2113:2113 -e KURRENTDB_INSECURE=true \\
      -e KURRENTDB_RUN_PROJECTIONS=None docker.kurrent.io/kurrent-lts/kurrentdb:26.0.3

and then

    ESDB_URL='esdb://127.0.0.1:2113?tls=false' npm run test:eventstoredb

The server must keep its files on disk: one in memory never scavenges, so that erasures there don't come to their end.
The tests write under a stream prefix of their own, and tombstone what they wrote.`;

if (process.env.ESDB_URL) {
  const config = ['--config', 'test/eventstoredb/jest.config.js', '--runInBand'];
  const { status } = spawnSync(process.execPath, ['test/run.mjs', ...config, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.error(howTo);
  process.exitCode = 2;
}
