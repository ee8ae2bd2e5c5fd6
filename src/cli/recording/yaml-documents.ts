import { dirname } from 'node:path';
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { InputFile } from './input-files.js';
import type { BrokenDocument, Path, Place, RecordDocument } from './record-document.js';

/** The documents of a YAML stream; empty ones are passed over. */
export function* yamlDocuments({ name, text }: InputFile): Iterable<RecordDocument | BrokenDocument> {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  if ('empty' in documents) return;
  for (const document of documents) {
    const place = placing(name, lines);
    const [error] = document.errors;
    if (error) yield { place: place(error.pos[0]), detail: `This is no YAML: ${error.message}` };
    else if (!isEmpty(document.contents)) yield read(document, name, place);
  }
}

/** Nothing but comments between two separators is read as null. */
function isEmpty(contents: Node | null): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

type Placing = (offset: number) => Place;

function placing(file: string, lines: LineCounter): Placing {
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

function read(document: Document.Parsed, name: string, place: Placing): RecordDocument | BrokenDocument {
  const root: Node | null = document.contents;
  try {
    const content: unknown = document.toJS();
    return { content, directory: dirname(name), placeOf: (path, part) => place(offsetOf(root, path, part)) };
  } catch (error) {
    const detail = `This is no YAML: ${error instanceof Error ? error.message : String(error)}`;
    return { place: place(offsetOf(root, [])), detail };
  }
}

function offsetOf(root: Node | null, path: Path, part: 'key' | 'value' = 'value'): number {
  const found = follow(root, path);
  const last = found.at(-1) ?? { key: root, value: root };
  const wanted = part === 'key' && found.length === path.length ? last.key : last.value;
  return startOf(wanted) ?? startOf(last.key) ?? 0;
}

/** Walks as far as the path leads. */
function follow(root: Node | null, path: Path): readonly Child[] {
  const found: Child[] = [];
  let node: unknown = root;
  for (const step of path) {
    const next = child(node, step);
    if (!next) break;
    found.push(next);
    node = next.value;
  }
  return found;
}

interface Child {
  readonly key: unknown;
  readonly value: unknown;
}

function child(node: unknown, step: string | number): Child | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
    return pair && isPair(pair) ? { key: pair.key, value: pair.value } : undefined;
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(step)];
  return item === undefined ? undefined : { key: item, value: item };
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}
