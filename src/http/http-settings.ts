/** What the doors must be told by whoever composes the program. */
export abstract class HttpSettings {
  /** Who records when a request does not say. */
  abstract readonly recorder: string;
  /** The version of the views that answers are read from: the header `Demarche-Views`. */
  abstract readonly viewsVersion: string;
}
