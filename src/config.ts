import { dirname, join, parse } from 'node:path';

/** How a node runs; every part has a default, see the README. */
export interface Config {
  /** The SQLite file of the log, or `:memory:`. */
  readonly logFile: string;
  readonly textsFile: string;
  /** The directory of the views file; null: in memory, as the log is. */
  readonly viewsDirectory: string | null;
  readonly host: string;
  readonly port: number;
  readonly recorder: string;
  readonly cellsBytes: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting cannot be used; the message names it and what is allowed. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

/** @throws BadConfig */
export function configOf(env: Environment): Config {
  const { DEMARCHE_LOG, DEMARCHE_VIEWS, HOST, PORT, DEMARCHE_RECORDER, DEMARCHE_CELLS_MB } = {
    ...defaults,
    ...given(env),
  };
  const logFile = logFileOf(DEMARCHE_LOG);
  const inMemory = logFile === ':memory:';
  return {
    logFile,
    textsFile: inMemory ? ':memory:' : textsBeside(logFile),
    viewsDirectory: inMemory ? null : DEMARCHE_VIEWS,
    host: HOST,
    port: integer(PORT, { name: 'PORT', min: 0, max: 65_535 }),
    recorder: DEMARCHE_RECORDER,
    cellsBytes: integer(DEMARCHE_CELLS_MB, { name: 'DEMARCHE_CELLS_MB', min: 1, max: 65_536 }) * 1_048_576,
  };
}

const defaults = {
  DEMARCHE_LOG: 'sqlite:./data/log.db',
  DEMARCHE_VIEWS: './data',
  HOST: '127.0.0.1',
  PORT: '3000',
  DEMARCHE_RECORDER: 'local',
  DEMARCHE_CELLS_MB: '256',
} as const;

/** The settings that were made; an empty one counts as not made. */
function given(env: Environment): Partial<Record<keyof typeof defaults, string>> {
  const names = Object.keys(defaults) as (keyof typeof defaults)[];
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

function logFileOf(log: string): string {
  if (log === 'memory:') return ':memory:';
  const file = log.startsWith('sqlite:') ? log.slice('sqlite:'.length) : '';
  if (file !== '') return file;
  throw new BadConfig(`DEMARCHE_LOG is sqlite:FILE or memory:, not ${log}`);
}

/** `log.db` keeps its texts in `log-texts.db` beside it. */
function textsBeside(logFile: string): string {
  const { name, ext } = parse(logFile);
  return join(dirname(logFile), `${name}-texts${ext}`);
}

function integer(value: string, { name, min, max }: { name: string; min: number; max: number }): number {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  throw new BadConfig(`${name} is a whole number, ${String(min)} … ${String(max)}, not ${value}`);
}
