/** 1: the answer is no. 2: not a command that we know. 3: the log or the server could not be reached. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Ends a command with a message for people and an exit code for programs. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
