import type { InputFile } from './input-files.js';
import { ndjsonDocuments } from './ndjson-documents.js';
import type { BrokenDocument, RecordDocument } from './record-document.js';
import { yamlDocuments } from './yaml-documents.js';

/** The documents of a file, in their order; what cannot be read is among them, with its place. */
export function readDocuments(file: InputFile): Iterable<RecordDocument | BrokenDocument> {
  return file.format === 'yaml' ? yamlDocuments(file) : ndjsonDocuments(file);
}
