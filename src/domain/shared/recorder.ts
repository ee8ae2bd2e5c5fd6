/** Printable ASCII without a comma, since lists of recorders have commas between. */
const shape = /^[\x20-\x2b\x2d-\x7e]{1,128}$/;

/** Whether this can name who records. */
export function isRecorder(name: string): boolean {
  return shape.test(name);
}

/** What such a name is, in a sentence. */
export const recorderForm = 'a name of 1 to 128 printable ASCII characters without a comma';
