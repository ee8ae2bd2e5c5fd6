import { Command } from 'commander';
import { actsCommand } from './asking/acts-command.js';
import { stanceCommand } from './asking/stance-command.js';
import { timelineCommand } from './asking/timeline-command.js';
import { exportCommand } from './auditing/export-command.js';
import { keysCommand } from './auditing/keys-command.js';
import { verifyCommand } from './auditing/verify-command.js';
import { witnessCommand } from './auditing/witness-command.js';
import { demoCommand } from './demo/demo-command.js';
import type { Host } from './host.js';
import { logCommand } from './log-command.js';
import { rebuildCommand } from './rebuild-command.js';
import { recordCommand } from './recording/record-command.js';
import { replayCommand } from './replaying/replay-command.js';
import { serveCommand } from './serve-command.js';
import { traceCommand } from './tracing/trace-command.js';
import { viewsCommand } from './views-command.js';

const commands = [
  demoCommand,
  serveCommand,
  recordCommand,
  stanceCommand,
  timelineCommand,
  replayCommand,
  traceCommand,
  actsCommand,
  exportCommand,
  logCommand,
  keysCommand,
  verifyCommand,
  witnessCommand,
  rebuildCommand,
  viewsCommand,
];

const environment = `
Environment:
  DEMARCHE_URL       the server to ask; without it, one is started in this process for as long as it is needed
  DEMARCHE_LOG       the log of that server (default: sqlite:./data/log.db)
  DEMARCHE_KEY       the key that signs for that log (default: beside a SQLite log, log-key.pem for log.db)
  DEMARCHE_VIEWS     the directory of its views (default: ./data)
  DEMARCHE_RECORDER  who records (default: local)
  HOST, PORT         where serve and demo listen (default: 127.0.0.1, 3000)
  NO_COLOR           no colours

Exit codes: 0 done, 1 the answer is no, 2 wrong usage, 3 the log or the server could not be reached.`;

/** The command line. Errors are thrown, not exited on: `run` turns them into messages and exit codes. */
export function buildProgram(host: Host): Command {
  const program = new Command('demarche')
    .description('The history of what parties to a dispute said they want, at any time, as known at any time.')
    .version(host.version, '-V, --version', 'print the version')
    .addHelpText('after', environment);
  for (const build of commands) program.addCommand(build(host));
  for (const command of [program, ...program.commands.flatMap(whole)]) settle(command, host);
  return program;
}

/** A command and what it groups. */
function whole(command: Command): readonly Command[] {
  return [command, ...command.commands];
}

function settle(command: Command, { stdout, stderr }: Host): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    outputError: (text, write) => write(`${text.trimEnd()}\nTry --help.\n`),
  });
}
