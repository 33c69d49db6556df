/**
 * Records about awards (`domain.md` §3): who is put forward, what the hamlet and the council said, what was decided and
 * handed over. Written by the office, read in its scope alone; what the public learns is worked out from them.
 */
import { awardStates, awardSteps, awardTracks, recipientKinds } from '#domain/awards/workflow.ts';
import { pointsSchema, subjectKindSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { deviceIdSchema, uuidSchema } from './ids.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const words = z.string().check(z.minLength(1), z.maxLength(2000));
const note = z.string().check(z.maxLength(2000));
const line = z.string().check(z.maxLength(400));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = z.int().check(z.gte(0));
const count = z.int().check(z.gte(0), z.lte(1_000_000));
/** Whole đồng. */
const money = z.int().check(z.gte(0), z.lte(1_000_000_000_000));
/** Parts of a thousand: 0,3 × lương cơ sở = 300. */
const perMille = z.int().check(z.gte(0), z.lte(100_000));

const ofCampaign = { id: uuidSchema, campaignId: uuidSchema };

/** "Đã có thành tích…": what a certificate has room for. */
export const ACHIEVEMENT_LENGTH_MAX = 250;

/** Agreed, against, not voting; of those present. */
export const votesSchema = z.strictObject({ agree: count, disagree: count, abstain: count });
export type Votes = z.infer<typeof votesSchema>;

/** How the commune awards in this campaign: rules as data, each with a day (`domain.md` §3.1, §3.3). One a campaign. */
export const awardRulesSchema = z.strictObject({
  ...ofCampaign,
  /** How many of each kind; absent = no limit said. */
  quotas: z.strictObject({
    collective: z.optional(count),
    individual: z.optional(count),
    household: z.optional(count),
  }),
  /** Least normalised points, hundredths, and grades that may be put forward from a ranking; none = any. */
  leastPoints: z.optional(pointsSchema),
  grades: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10)),
  /** Only forms in before the deadline. */
  onTimeOnly: z.boolean(),
  /** Working days a list hangs out for objections. */
  noticeDays: z.int().check(z.gte(0), z.lte(60)),
  /** Council: parts of a thousand of its members present, and of those present in favour (more than). */
  quorum: perMille,
  passRate: perMille,
  /** Working days from the proposal to the decision. */
  decisionDays: z.int().check(z.gte(0), z.lte(120)),
  /** Parts of a thousand of the base salary. */
  bonus: z.strictObject({ collective: perMille, individual: perMille, household: perMille }),
  /** Base salary in đồng, each from its day on. */
  baseSalaries: z
    .array(z.strictObject({ from: isoDate, amount: money, source: line }))
    .check(z.minLength(1), z.maxLength(40)),
  /** "Nguồn kinh phí thi đua, khen thưởng của xã". */
  fund: line,
});
export type AwardRules = z.infer<typeof awardRulesSchema>;

/** Who is put forward: a subject of the campaign, a person of one, or somebody from outside it. */
const recipientSchema = z.strictObject({
  kind: z.enum(recipientKinds),
  /** As printed: "Xóm Đình 6" · "Bà Nguyễn Thị A" · "Hộ ông Trần Văn B". */
  name,
  /** Post or address, one line. */
  position: line,
  subjectKind: z.optional(subjectKindSchema),
  /** Hamlet, unit or household; of a person the one it belongs to. Absent = from outside. */
  subjectId: z.optional(uuidSchema),
});

/** What it rests on: a place in a frozen ranking, or somebody's word with its reason. */
const groundSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ranking'),
    freezeId: uuidSchema,
    rank: z.int().check(z.gte(1)),
    normalised: pointsSchema,
    grade: z.optional(z.string()),
  }),
  z.strictObject({
    kind: z.literal('nomination'),
    /** The unit's or hamlet's own paper, where there is one. */
    nominationId: z.optional(uuidSchema),
    by: name,
    reason: words,
  }),
]);

/** One step done: to which state, when, and why where it leaves something out or leaves the path. */
const stepSchema = z.strictObject({
  to: z.enum(awardStates),
  at: instant,
  /** Steps of its path it passed over. */
  skipped: z.optional(z.array(z.enum(awardSteps)).check(z.minLength(1), z.maxLength(awardSteps.length))),
  reason: z.optional(words),
  /** The device it was done from: written by the server, whatever is sent. */
  by: z.optional(deviceIdSchema),
});
export type AwardStepDone = z.infer<typeof stepSchema>;

export const awardSchema = z.strictObject({
  ...ofCampaign,
  track: z.enum(awardTracks),
  recipient: recipientSchema,
  ground: groundSchema,
  /** The one achievement it is for; another award for the same is refused. */
  achievement: z.string().check(z.minLength(1), z.maxLength(ACHIEVEMENT_LENGTH_MAX)),
  /** What it did, for the list and the report of achievements. */
  summary: note,
  /** Put forward to the authorities above as well. */
  upward: z.boolean(),
  /** Honoured by one of them for the same: the commune then gives nothing for it. */
  above: z.optional(z.strictObject({ authority: name, form: name, number: line, date: isoDate })),
  /** Named in public only with its yes; a household's is asked for (`domain.md` §5.3). */
  namedPublicly: z.boolean(),
  /** The way so far, oldest first; the last is where it stands. */
  course: z.array(stepSchema).check(z.minLength(1), z.maxLength(60)),
  /** The hamlet meeting's vote (households). */
  villageVote: z.optional(
    z.strictObject({
      date: isoDate,
      place: line,
      chair: line,
      secretary: line,
      households: count,
      votes: votesSchema,
    }),
  ),
  noticeId: z.optional(uuidSchema),
  meetingId: z.optional(uuidSchema),
  letterId: z.optional(uuidSchema),
  decisionId: z.optional(uuidSchema),
  /** The register of certificates handed over (sổ cấp phát). */
  delivery: z.optional(z.strictObject({ date: isoDate, number: line, receivedBy: name, place: line })),
});
export type Award = z.infer<typeof awardSchema>;

/** A list hung out for objections, and what came (`domain.md` §3.3, niêm yết). */
export const awardNoticeSchema = z.strictObject({
  ...ofCampaign,
  from: isoDate,
  /** Last day of the notice, whole. */
  until: isoDate,
  places: line,
  awards: z.array(uuidSchema).check(z.minLength(1), z.maxLength(400)),
  objections: z
    .array(
      z.strictObject({
        id: uuidSchema,
        awardId: uuidSchema,
        date: isoDate,
        from: line,
        text: words,
        outcome: z.enum(['open', 'upheld', 'dismissed']),
        answer: note,
      }),
    )
    .check(z.maxLength(200)),
});
export type AwardNotice = z.infer<typeof awardNoticeSchema>;

/** A session of the council and its votes (biên bản). */
export const councilMeetingSchema = z.strictObject({
  ...ofCampaign,
  date: isoDate,
  /** "08:00", "10:30". */
  begins: z.string().check(z.regex(/^\d{2}:\d{2}$/)),
  ends: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}$/))),
  place: line,
  chair: name,
  secretary: name,
  members: z
    .array(z.strictObject({ id: uuidSchema, name, title: line, present: z.boolean() }))
    .check(z.minLength(1), z.maxLength(60)),
  votes: z.array(z.strictObject({ awardId: uuidSchema, ...votesSchema.shape })).check(z.maxLength(400)),
  conclusion: note,
});
export type CouncilMeeting = z.infer<typeof councilMeetingSchema>;

/** The letter that puts names to the chairman, with the scores it rests on (tờ trình). */
export const submissionLetterSchema = z.strictObject({
  ...ofCampaign,
  number: line,
  date: isoDate,
  /** "HĐTĐKT", "VP": what follows "TTr-". */
  issuer: line,
  awards: z.array(uuidSchema).check(z.minLength(1), z.maxLength(400)),
  freezes: z.array(uuidSchema).check(z.maxLength(200)),
});
export type SubmissionLetter = z.infer<typeof submissionLetterSchema>;

/**
 * The decision on a letter: prepared by one person, approved by another. Amounts are reckoned from the base salary of
 * its day and kept, so that the paper says the same for ever.
 */
export const awardDecisionSchema = z.strictObject({
  ...ofCampaign,
  letterId: z.optional(uuidSchema),
  state: z.enum(['prepared', 'approved', 'withdrawn']),
  number: line,
  date: isoDate,
  signer: z.strictObject({ title: line, onBehalf: line, name: line }),
  baseSalary: money,
  fund: line,
  awards: z
    .array(z.strictObject({ awardId: uuidSchema, amount: money }))
    .check(z.minLength(1), z.maxLength(400)),
  total: money,
  /** Why it was taken back. */
  reason: z.optional(words),
  /** The devices it was last prepared and then approved on: written by the server, whatever is sent. */
  preparedBy: z.optional(deviceIdSchema),
  approvedBy: z.optional(deviceIdSchema),
});
export type AwardDecision = z.infer<typeof awardDecisionSchema>;

export const awardRecordSchemas = {
  awardRules: awardRulesSchema,
  award: awardSchema,
  awardNotice: awardNoticeSchema,
  councilMeeting: councilMeetingSchema,
  submissionLetter: submissionLetterSchema,
  awardDecision: awardDecisionSchema,
} as const;
