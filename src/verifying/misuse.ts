/** A command line that cannot be understood: what is wrong with it. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
