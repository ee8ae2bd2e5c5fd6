import { dirname, join, parse, resolve } from 'node:path';
import { addressIn } from './adapters/eventstoredb/connection/connection-string.js';
import { isRecorder, recorderForm } from './domain/shared/recorder.js';

/** Where a log is: in a SQLite file (or `:memory:`) with its texts beside it, or in the streams of an EventStoreDB. */
export type LogSite =
  | { readonly kind: 'sqlite'; readonly file: string; readonly textsFile: string }
  | { readonly kind: 'eventstoredb'; readonly connectionString: string; readonly prefix: string };

/** The key that signs checkpoints; `:memory:` for one that ends with the process. */
export interface KeySite {
  readonly file: string;
  /** Whether one is made where there is none: a log that many nodes write to has one key, which nobody makes up. */
  readonly mayGenerate: boolean;
}

/** How a node runs; every part has a default, see the README. */
export interface Config {
  readonly log: LogSite;
  /** Null: nothing is signed. */
  readonly key: KeySite | null;
  /** The directory of the views file; null: in memory, as the log is. */
  readonly viewsDirectory: string | null;
  /** Another node's views, exported, for a node that has none yet. */
  readonly viewsSeed: string | null;
  /** Where to tell of what was read, and for how many days; null: nowhere. */
  readonly reads: { readonly directory: string; readonly days: number } | null;
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
  const settings = settingsIn(env);
  const { DEMARCHE_LOG, DEMARCHE_VIEWS, HOST, PORT, DEMARCHE_RECORDER, DEMARCHE_CELLS_MB } = settings;
  const log = logSiteOf(DEMARCHE_LOG, env);
  if (!isRecorder(DEMARCHE_RECORDER)) throw new BadConfig(`DEMARCHE_RECORDER is ${recorderForm}`);
  return {
    log,
    key: keySiteOf(log, settings.DEMARCHE_KEY),
    viewsSeed: settings.DEMARCHE_VIEWS_SEED || null,
    viewsDirectory: DEMARCHE_LOG === 'memory:' ? null : DEMARCHE_VIEWS,
    reads: readsOf(settings),
    host: HOST,
    port: integer(PORT, { name: 'PORT', min: 0, max: 65_535 }),
    recorder: DEMARCHE_RECORDER,
    cellsBytes: integer(DEMARCHE_CELLS_MB, { name: 'DEMARCHE_CELLS_MB', min: 1, max: 65_536 }) * 1_048_576,
  };
}

const defaults = {
  DEMARCHE_LOG: 'sqlite:./data/log.db',
  DEMARCHE_VIEWS: './data',
  DEMARCHE_VIEWS_SEED: '',
  HOST: '127.0.0.1',
  PORT: '3000',
  DEMARCHE_RECORDER: 'local',
  DEMARCHE_CELLS_MB: '256',
  DEMARCHE_STREAM_PREFIX: 'demarche.',
  DEMARCHE_KEY: '',
  DEMARCHE_READS: '',
  DEMARCHE_READS_DAYS: '90',
} as const;

function readsOf({ DEMARCHE_READS: directory, DEMARCHE_READS_DAYS: value }: Settings): Config['reads'] {
  const days = integer(value, { name: 'DEMARCHE_READS_DAYS', min: 1, max: 36_500 });
  return directory === '' ? null : { directory, days };
}

type Settings = Readonly<Record<keyof typeof defaults, string>>;

/** The settings that were made, an empty one counts as not made; for the others their defaults. */
function settingsIn(env: Environment): Settings {
  const names = Object.keys(defaults) as (keyof typeof defaults)[];
  const made = names.flatMap((name): [string, string][] => (env[name] ? [[name, env[name]]] : []));
  return { ...defaults, ...Object.fromEntries<string>(made) };
}

/** The log that a setting or an option names; the environment says what more it needs. @throws BadConfig */
export function logSiteOf(log: string, env: Environment, named = 'DEMARCHE_LOG'): LogSite {
  if (/^esdb(\+discover)?:/.test(log)) return eventStoreOf(log, env, named);
  const file = log === 'memory:' ? ':memory:' : log.startsWith('sqlite:') ? log.slice('sqlite:'.length) : '';
  if (file !== '') return { kind: 'sqlite', file, textsFile: file === ':memory:' ? file : textsBeside(file) };
  throw new BadConfig(`${named} is sqlite:FILE, esdb://HOST:PORT?… or memory:, not ${withoutPassword(log)}`);
}

/** What to call the place in the log itself and to people: the same for the same place, and never with a password. */
export function placeOf(site: LogSite): string {
  if (site.kind === 'sqlite') return `sqlite:${resolve(site.file)}`;
  const hosts = addressIn(site.connectionString).hosts.map(({ address, port }) => `${address}:${String(port)}`);
  return `esdb://${hosts.toSorted().join(',')}/${site.prefix}`;
}

function eventStoreOf(connectionString: string, env: Environment, named: string): LogSite {
  const { DEMARCHE_STREAM_PREFIX: prefix } = settingsIn(env);
  if (!/^(?!text:)[a-z0-9][a-z0-9._:-]{0,63}$/i.test(prefix)) {
    const allowed = 'up to 64 letters, digits and . _ : - beginning with a letter or digit, and not with text:';
    throw new BadConfig(`DEMARCHE_STREAM_PREFIX is ${allowed}`);
  }
  try {
    addressIn(connectionString);
  } catch (error) {
    throw new BadConfig(`${named}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return { kind: 'eventstoredb', connectionString, prefix };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/.*@/, '//…@');
}

/** `log.db` keeps its key in `log-key.pem` beside it, unless another file is named. */
function keySiteOf(log: LogSite, named: string): KeySite | null {
  if (log.kind === 'eventstoredb') return named === '' ? null : { file: named, mayGenerate: false };
  if (log.file === ':memory:') return { file: ':memory:', mayGenerate: true };
  const { dir, name } = parse(log.file);
  return { file: named === '' ? join(dir, `${name}-key.pem`) : named, mayGenerate: true };
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
