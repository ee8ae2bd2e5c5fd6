import { v5 as uuidv5 } from 'uuid';

/** Namespaces of the ids that we derive (UUIDv5); never changed once released. */
export const eventNamespace = '5a2a6a3c-6c0e-5d1c-9a55-1f4f6a1d7e01';
const entityNamespace = '5a2a6a3c-6c0e-5d1c-9a55-1f4f6a1d7e02';

/** The id of what a command creates when its sender gave none: the same for every repeat of the command. */
export function idFromCommand(command: string): string {
  return uuidv5(command, entityNamespace);
}
