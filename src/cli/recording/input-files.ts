import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from '../failure.js';
import { fileFailure } from '../file-failure.js';

export interface InputFile {
  /** As it was given, for messages. */
  readonly name: string;
  readonly format: 'yaml' | 'ndjson';
  readonly text: string;
}

const formats: Readonly<Record<string, InputFile['format']>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};
const extensions = Object.keys(formats).join(', ');

/** Names of the files to read: directories give theirs in name order, `-` stays what it is. */
export async function inputFiles(paths: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(paths.map(filesOf))).flat();
}

async function filesOf(path: string): Promise<readonly string[]> {
  if (path === '-') return [path];
  const found = await stat(path).catch(() => null);
  if (!found) throw new Failure(2, `There is no file or directory \`${path}\`.`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => extname(name) in formats).sort();
  if (names.length === 0) throw new Failure(2, `\`${path}\` holds none of ${extensions}.`);
  return names.map((name) => join(path, name));
}

export async function readInput(name: string, stdin: NodeJS.ReadableStream): Promise<InputFile> {
  if (name !== '-') {
    const format = formats[extname(name)];
    if (!format) throw new Failure(2, `\`${name}\` is none of ${extensions}.`);
    return { name, format, text: withoutMark(await readText(name)) };
  }
  const read = withoutMark(await text(stdin));
  return { name: 'stdin', format: looksLikeNdjson(read) ? 'ndjson' : 'yaml', text: read };
}

async function readText(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    throw fileFailure(error, name, 'read');
  }
}

function withoutMark(read: string): string {
  return read.startsWith('\ufeff') ? read.slice(1) : read;
}

function looksLikeNdjson(read: string): boolean {
  const line = read.trimStart().split('\n', 1)[0] ?? '';
  try {
    return line.startsWith('{') && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
