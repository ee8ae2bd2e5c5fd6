import { isNativeError } from 'node:util/types';

/** The code of an error of the system, such as ENOENT; null for every other error. */
export function systemCode(error: unknown): string | null {
  if (!isNativeError(error) || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function messageOf(error: unknown): string {
  return isNativeError(error) && error.message !== '' ? error.message : String(error);
}
