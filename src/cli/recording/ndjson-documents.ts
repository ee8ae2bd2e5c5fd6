import { dirname } from 'node:path';
import type { InputFile } from './input-files.js';
import type { BrokenDocument, RecordDocument } from './record-document.js';

/** One document a line; empty lines are passed over. */
export function* ndjsonDocuments({ name, text }: InputFile): Iterable<RecordDocument | BrokenDocument> {
  let line = 0;
  for (const written of text.split('\n')) {
    line++;
    if (written.trim() !== '') yield parsed(written, name, line);
  }
}

function parsed(written: string, file: string, line: number): RecordDocument | BrokenDocument {
  const place = { file, line, column: null };
  try {
    const content: unknown = JSON.parse(written);
    return { content, directory: dirname(file), placeOf: () => place };
  } catch (error) {
    return { place, detail: `This line is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
