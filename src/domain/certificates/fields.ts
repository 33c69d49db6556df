/**
 * What may stand on a certificate (`domain.md` §4.2 (4)): its fields, how each is drawn, and how far one may be made
 * smaller before it goes on to another line.
 */
export const fieldNames = [
  'country',
  'motto',
  'authority',
  'presents',
  'form',
  'recipient',
  'position',
  'achievement',
  'decision',
  'decisionNumber',
  'decisionDate',
  'register',
  'registerNumber',
  'placeDate',
  'signerTitle',
  'signerName',
] as const;
export type FieldName = (typeof fieldNames)[number];

export const isFieldName = (name: string): name is FieldName => fieldNames.some((known) => known === name);

/** What differs from one certificate to the next, or from one decision to the next; the rest a blank has printed on it. */
export const overlayFields: readonly FieldName[] = [
  'recipient',
  'position',
  'achievement',
  'decision',
  'register',
  'placeDate',
  'signerName',
];

export type Look = {
  bold: boolean;
  italic: boolean;
  /** Of the commune's authority and the award's name. */
  red: boolean;
  /** Lines it may take before it is made smaller than {@link Look.least}. */
  lines: number;
  /** Least size in hundredths of the wanted one, on one line and on several. */
  least: { one: number; several: number };
};

const look = (over: Partial<Look> = {}): Look => ({
  bold: false,
  italic: false,
  red: false,
  lines: 2,
  least: { one: 80, several: 60 },
  ...over,
});

export const looks: Readonly<Record<FieldName, Look>> = {
  country: look({ bold: true, lines: 1 }),
  motto: look({ bold: true, lines: 1 }),
  authority: look({ bold: true, red: true, lines: 1 }),
  presents: look({ lines: 1 }),
  form: look({ bold: true, red: true, lines: 1 }),
  recipient: look({ bold: true }),
  position: look(),
  // A sentence: it takes the lines there are before it shrinks.
  achievement: look({ italic: true, lines: 3, least: { one: 100, several: 75 } }),
  decision: look(),
  decisionNumber: look({ lines: 1 }),
  decisionDate: look({ lines: 1 }),
  register: look(),
  registerNumber: look({ lines: 1 }),
  placeDate: look({ italic: true, lines: 1 }),
  signerTitle: look({ bold: true }),
  signerName: look({ bold: true, lines: 1 }),
};
