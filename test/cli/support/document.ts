import type { RecordDocument } from '../../../src/cli/recording/record-document.js';
import { isBroken } from '../../../src/cli/recording/record-document.js';
import { readDocuments } from '../../../src/cli/recording/read-documents.js';

/** The only document of a YAML text. */
export function documentOf(text: string): RecordDocument {
  const [document] = readDocuments({ name: 'file.yaml', format: 'yaml', text });
  if (!document || isBroken(document)) throw new Error('the text holds no document');
  return document;
}
