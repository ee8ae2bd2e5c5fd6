import { ConsoleLogger } from '@nestjs/common';
import { BadConfig, configOf } from './config.js';
import { LogAway, LogNotReadable } from './ports/event-log.js';
import { type RunningNode, startNode } from './start-node.js';

const logger = new ConsoleLogger('Démarche');
/** What the framework has to say of its own start is nobody's concern; its warnings and errors are. */
const frameworkLogger = new ConsoleLogger({ logLevels: ['warn', 'error', 'fatal'] });
let stopping = false;

try {
  const onAway = (why: string): void => logger.warn(`waiting for the log: ${why}`);
  const node = await startNode(configOf(process.env), { logger: frameworkLogger, onAway });
  logger.log(`listening on ${node.url}, API at ${node.url}/docs`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopping = true;
      void node.close().then(() => process.exit(0));
    });
  }
  await readyOrClosed(node);
} catch (error) {
  const known = error instanceof BadConfig || error instanceof LogNotReadable || error instanceof LogAway;
  const cannotListen = error instanceof Error && 'code' in error && 'syscall' in error;
  if (!known && !cannotListen) throw error;
  logger.error(error.message);
  process.exitCode = error instanceof BadConfig ? 2 : 3;
}

/** A node that cannot even read its log does not go on listening. */
async function readyOrClosed(node: RunningNode): Promise<void> {
  try {
    await node.ready;
    if (!stopping) logger.log('ready; /health/ready says more');
  } catch (error) {
    await node.close();
    throw error;
  }
}
