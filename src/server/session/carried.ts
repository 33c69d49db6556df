/** What a request brings beside its proof: an officer's session, and whether a person is at the machine. */
export interface Carried {
  /** What the session's cookie holds; null = none, or none that came from our own pages. */
  secret: string | null;
  /** Made while a person is there: only such requests keep a session from falling idle. */
  isPresent: boolean;
}

export const nothingCarried: Carried = { secret: null, isPresent: false };
