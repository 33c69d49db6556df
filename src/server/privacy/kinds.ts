/**
 * What kinds of data the commune keeps: why, of what class, for how long, and who is shown them. Every field that is
 * stored anywhere is one of these (`fields-*.ts`); a test holds that against the schemas and the database itself, and
 * `docs/privacy.md` has the table made from it.
 */

/** `none`: about nobody · `basic`: names a person · `linked`: says something of a family or person one could find. */
export type DataClass = 'none' | 'basic' | 'linked';

export interface DataKindLine {
  what: string;
  purpose: string;
  class: DataClass;
  /** Until when. Periods that a machine keeps stand in `retention.ts`. */
  kept: string;
  shown: string;
}

const UNTIL_ERASED = 'the day the campaign names (`eraseAfter`), or erasure on request';
const WITH_THE_LOG = 'as long as the log: the audit of the campaign';
const SUBJECT_AND_OFFICE = 'the hamlet or unit, the office';

export const dataKinds = {
  technical: {
    what: 'Ids, hashes, counters, versions, states',
    purpose: 'to find, order, prove and never double what was sent',
    class: 'none',
    kept: WITH_THE_LOG,
    shown: 'whoever is shown the row they belong to',
  },
  instant: {
    what: 'When something was made, came, was seen',
    purpose: 'deadlines, order, what to call whom about',
    class: 'none',
    kept: WITH_THE_LOG,
    shown: 'whoever is shown the row they belong to',
  },
  key: {
    what: 'Public keys of devices and passkeys, hashes of codes, passwords and sessions, sealed one-time secrets',
    purpose: 'to know who sends; none of them opens anything by being read',
    class: 'none',
    kept: 'the device’s or account’s life; codes that are spent or over 30 days; sessions 30 days after their end',
    shown: 'nobody',
  },
  setup: {
    what: 'Criteria, deadlines, legal bases, texts of the commune',
    purpose: 'what is asked and how it is scored',
    class: 'none',
    kept: 'for good: forms are read by the version they were filled under',
    shown: 'everybody',
  },
  place: {
    what: 'Names, codes and sizes of hamlets and units',
    purpose: 'who takes part; denominators',
    class: 'none',
    kept: 'for good',
    shown: 'everybody (names), the office (sizes)',
  },
  officialName: {
    what: 'Names and posts of heads, officers, signers, helpers, inspectors',
    purpose: 'who answers for what',
    class: 'basic',
    kept: WITH_THE_LOG,
    shown: 'the office, their own hamlet or unit; signers on official papers',
  },
  officialPhone: {
    what: 'Telephone numbers people in office are reached at',
    purpose: 'to be called about the campaign',
    class: 'basic',
    kept: 'while the record stands as it is',
    shown: 'the office, their own hamlet or unit; the commune’s own number everybody',
  },
  familyName: {
    what: 'Name of the householder',
    purpose: 'to find the family and print its slip',
    class: 'basic',
    kept: 'while the family is in the list; erasure on request',
    shown: 'its own hamlet’s people, the office; never the public',
  },
  familyPhone: {
    what: 'Telephone number of a family',
    purpose: 'to be called back, where it wishes',
    class: 'basic',
    kept: 'as long as the family stands in the hamlet’s list, or erasure on request',
    shown: 'its own hamlet’s people, the office',
  },
  familyPlace: {
    what: 'Which hamlet a family lives in, its number in the list, whether it moved',
    purpose: 'whose totals it counts in',
    class: 'linked',
    kept: 'while the family is in the list; its bare number for good, so that no paper names another',
    shown: 'its own hamlet’s people, the office',
  },
  answer: {
    what: 'Answers of a family, hamlet or unit, and the points they give',
    purpose: 'scoring the movement; never fines or taxes',
    class: 'linked',
    kept: UNTIL_ERASED,
    shown: 'its own hamlet’s people, the office; a family’s slip reads states and never answers',
  },
  consent: {
    what: 'Which purposes a family agreed to, by which version of the text, when, how, and who witnessed it',
    purpose: 'to prove that it was asked',
    class: 'linked',
    kept: UNTIL_ERASED,
    shown: 'its own hamlet’s people, the office',
  },
  review: {
    what: 'Points, reasons, returns, findings, decisions of officers about a form',
    purpose: 'a result that can be explained',
    class: 'linked',
    kept: UNTIL_ERASED,
    shown: 'the office; the form’s own people once it is returned or verified',
  },
  words: {
    what: 'Comments, reports, reasons and notes people write',
    purpose: 'what figures cannot say',
    class: 'linked',
    kept: UNTIL_ERASED,
    shown: SUBJECT_AND_OFFICE,
  },
  request: {
    what: 'Objections and requests of a family about its data, in its words, and the answer',
    purpose: 'rights of the family (answered in 2 working days)',
    class: 'linked',
    kept: UNTIL_ERASED,
    shown: 'the office; the hamlet learns that its typing is disputed, not why',
  },
  award: {
    what: 'Who is put forward and awarded, for what, the votes, the money, who received it',
    purpose: 'an award that can be explained; the register the law asks for',
    class: 'basic',
    kept: 'the commune’s archive of awards, where a decision names them; else until erased on request',
    shown: 'the office; the public learns of those decided who said yes',
  },
  photo: {
    what: 'Evidence pictures without place, time or camera, their size and how they look',
    purpose: 'what a claim rests on; finding one used twice',
    class: 'linked',
    kept: '90 days after the time for objections (30 days after the last deadline); the hash stays',
    shown:
      'its own hamlet’s or unit’s people, the office; everybody the first of a published example, small, with a yes to pictures',
  },
  feedback: {
    what: 'Words from the public',
    purpose: 'to be answered',
    class: 'linked',
    kept: 'until erased on request; at the latest with the campaign (`eraseAfter`)',
    shown: 'the office; state and answer to whoever holds the code',
  },
  contact: {
    what: 'How whoever wrote to the office wishes to be reached',
    purpose: 'to answer',
    class: 'basic',
    kept: '90 days after it came',
    shown: 'the office',
  },
  device: {
    what: 'What a phone calls itself, its build, how much waits on it',
    purpose: 'to notice a phone that has fallen silent',
    class: 'linked',
    kept: 'the device’s life; a family’s with the family',
    shown: 'the office',
  },
  credential: {
    what: 'What a slip or enrolment code is called: whose it is',
    purpose: 'so that the person sees what is being bound',
    class: 'basic',
    kept: '30 days after it is spent or over; a family’s with the family',
    shown: 'whoever redeems it, the office',
  },
  address: {
    what: 'Hash of a network address that tried wrong codes or wrote to the office; never the address',
    purpose: 'to slow down guessing',
    class: 'linked',
    kept: '10 minutes after the last try, removed by the next day',
    shown: 'nobody',
  },
  sealed: {
    what: 'An operation as it was sent, or a row of one of the tables as it is shown',
    purpose: 'the log that proves and the feed that shows; its fields have lines of their own',
    class: 'linked',
    kept: 'as its fields; after erasure the hash alone',
    shown: 'as its fields',
  },
  openCount: {
    what: 'How many families of a hamlet gave which answer, as it was counted for a release of open data',
    purpose: 'open data; so that no later release tells of fewer than ten families by what it adds',
    class: 'none',
    kept: 'for good: a release is never changed',
    shown: 'everybody; counts that tell of fewer than ten families the office alone',
  },
  sight: {
    what: 'Which machine of the office was shown the pictures of which form, on which day',
    purpose: 'who looked at a family’s pictures',
    class: 'linked',
    kept: 'in the table 2 days, in the log as long as it',
    shown: 'the office, in its log',
  },
  opening: {
    what: 'Which form was opened on which machine of the office, when',
    purpose: 'who looked at a family’s form',
    class: 'linked',
    kept: 'in the table 31 days, in the log as long as it',
    shown: 'the office, in its log',
  },
} as const satisfies Record<string, DataKindLine>;
export type DataKind = keyof typeof dataKinds;

/** Fields of one table or schema, by the kind of what they hold. `*`: all of it, whatever fields it has. */
export type FieldsByKind = Partial<Record<DataKind, readonly string[]>>;
