import { fileSentence } from '../domain/sentences/file-sentence.js';
import { Failure } from './failure.js';

/** A file that was named on the command line and cannot be read or written. */
export function fileFailure(error: unknown, file: string, use: 'read' | 'written'): Failure {
  return new Failure(2, fileSentence(file, use, codeOf(error)));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
