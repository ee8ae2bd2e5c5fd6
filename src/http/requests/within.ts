import { Refusal } from '../../domain/shared/refusal.js';

/**
 * Runs a command on a part of the body, and lets its refusals point into the whole: the domain knows the part only.
 */
export async function within<R>(part: string, run: () => Promise<R>): Promise<R> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.errors.map((complaint) => ({ ...complaint, pointer: moved(part, complaint.pointer) }));
    throw new Refusal(error.code, error.message, errors, error.facts);
  }
}

function moved(part: string, pointer: string): string {
  return pointer.startsWith('/') ? part + pointer : pointer;
}
