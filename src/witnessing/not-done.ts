/** Nothing could be judged: the server gave no answer, or what was kept could not be read or kept. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}
