/** Why a profile's database could not be opened; each has a sentence on the error page. */
export class OpenFailure extends Error {
  override readonly name = 'OpenFailure';
  readonly reason: 'outdated' | 'blocked' | 'storageUnavailable';
  constructor(reason: OpenFailure['reason'], options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
