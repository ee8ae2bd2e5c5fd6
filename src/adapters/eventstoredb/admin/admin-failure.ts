/** Why a server did not do what its operator asks. */
export class AdminFailure extends Error {
  override readonly name = 'AdminFailure';
  constructor(
    readonly state: 'refused' | 'unreachable' | 'failed',
    message: string,
  ) {
    super(message);
  }
}
