/** The invariants of the study (§5.3), two for photos and carried files, and how a run says that one of them does not hold. */
export const invariants = {
  I1: 'an acknowledged submission is lost',
  I2: 'an operation took effect twice',
  I3: 'a person’s work is lost',
  I4: 'phone and commune differ',
  I5: 'somebody was given what is not theirs',
  I6: 'phone and commune score differently',
  I7: 'sequence, chain or counts do not add up',
  I8: 'an answer was replaced by somebody who never saw it',
  I9: 'a person was told what is not true',
  I10: 'a state changed along no row of the table',
  I11: 'it does not come to rest',
  I12: 'a person’s own text flickered away',
  I13: 'something set aside went away by itself',
  I14: 'a submission the commune has, and no receipt on its phone',
  I15: 'a photo is lost, or its bytes left the phone too early',
  I16: 'a file that is not as its phone wrote it was taken in, or one that is was not',
  bug: 'the program broke',
} as const;
export type Invariant = keyof typeof invariants;

export class Broken extends Error {
  readonly invariant: Invariant;
  constructor(invariant: Invariant, detail: string, options?: ErrorOptions) {
    super(`${invariant}: ${invariants[invariant]}: ${detail}`, options);
    this.invariant = invariant;
  }
}
