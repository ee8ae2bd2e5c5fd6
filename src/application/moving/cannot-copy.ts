/** The log cannot be copied there, and nothing will change that but what the message says. */
export class CannotCopy extends Error {
  override readonly name = 'CannotCopy';
}
