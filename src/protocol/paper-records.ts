/**
 * Records about papers and the public: an official paper being edited, blanks certificates are printed on, good examples
 * and how they were told, releases of open data, campaigns as a series. Written by the office.
 */
import { pillarSchema, subjectKindSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { hashSchema } from './hash.ts';
import { uuidSchema } from './ids.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const note = z.string().check(z.maxLength(2000));
const line = z.string().check(z.maxLength(400));
const text = z.string().check(z.maxLength(20_000));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = z.int().check(z.gte(0));
const count = z.int().check(z.gte(0), z.lte(1_000_000));
/** Tenths of a millimetre. */
const tenths = z.int().check(z.gte(-10_000), z.lte(10_000));

const ofCampaign = { id: uuidSchema, campaignId: uuidSchema };

/** báo cáo · tờ trình · danh sách · báo cáo thành tích · biên bản · quyết định · phiếu kết quả. */
export const paperKinds = [
  'report',
  'submissionLetter',
  'awardList',
  'achievementReport',
  'minutes',
  'decision',
  'resultSlip',
] as const;

/**
 * A paper as its officer edited it: the head of its day, and the paragraphs that differ from what the facts give. Figures
 * are never typed here; they come from `facts` when it is drawn, so that sentence and annex agree.
 */
export const paperSchema = z.strictObject({
  ...ofCampaign,
  kind: z.enum(paperKinds),
  /** Whose: a subject for its report of achievements or result, a letter, meeting or decision otherwise. */
  aboutId: z.optional(uuidSchema),
  number: line,
  date: isoDate,
  /** As they stood on the day: later changes of commune or signer do not reach back. */
  head: z.strictObject({
    parent: line,
    issuer: line,
    place: line,
    symbol: line,
    signer: z.strictObject({ title: line, onBehalf: line, name: line }),
    legalBases: z.array(line).check(z.maxLength(40)),
    recipients: z.array(line).check(z.maxLength(40)),
  }),
  /** By the id of a paragraph of its layout: the officer's own words instead. */
  edits: z.record(z.string().check(z.maxLength(60)), text),
  /** SHA-256 over the canonical facts it was last drawn from. */
  facts: z.optional(hashSchema),
});
export type Paper = z.infer<typeof paperSchema>;

/** A blank (phôi) the certificates are printed over: its size, and where each line of text goes. */
export const certificateBlankSchema = z.strictObject({
  id: uuidSchema,
  name,
  width: tenths,
  height: tenths,
  /**
   * By field: its room from the left edge, its base line from the top one (of several lines the middle of theirs), its
   * size in half points; absent = not printed (`domain/certificates/layout.ts`).
   */
  fields: z.record(
    z.string().check(z.maxLength(40)),
    z.strictObject({
      x: tenths,
      y: tenths,
      width: tenths,
      halfPoints: z.int().check(z.gte(12), z.lte(200)),
      align: z.enum(['left', 'center', 'right']),
    }),
  ),
  /** What this printer is off by. */
  shift: z.strictObject({ x: tenths, y: tenths }),
});
export type CertificateBlank = z.infer<typeof certificateBlankSchema>;

/** A good example (điển hình tiên tiến, mô hình hay): put forward, verified, published, taken up by others. */
export const exemplarSchema = z.strictObject({
  ...ofCampaign,
  kind: z.enum(['exemplar', 'goodPractice']),
  title: name,
  pillar: z.optional(pillarSchema),
  subjectKind: z.optional(subjectKindSchema),
  subjectId: z.optional(uuidSchema),
  /** As it is named in public. */
  who: name,
  /** What was done, how, and what came of it. */
  story: text,
  result: note,
  state: z.enum(['nominated', 'verified', 'published', 'withdrawn']),
  /** Who checked it and how. */
  verification: note,
  /** A yes to being named and shown, and who took it; a published one has it. */
  consent: z.optional(z.strictObject({ date: isoDate, takenBy: name, photos: z.boolean() })),
  /** Stored photos, in order. */
  photos: z.array(uuidSchema).check(z.maxLength(12)),
  publishedOn: z.optional(isoDate),
  /** Where it was taken up. */
  replications: z
    .array(
      z.strictObject({ id: uuidSchema, where: name, subjectId: z.optional(uuidSchema), date: isoDate, note }),
    )
    .check(z.maxLength(100)),
});
export type Exemplar = z.infer<typeof exemplarSchema>;

/** What the loudspeaker says, and each time it was said (plan clause V.5). */
export const bulletinSchema = z.strictObject({
  ...ofCampaign,
  title: name,
  /** Wanted length in seconds. */
  seconds: z.int().check(z.gte(10), z.lte(3600)),
  script: text,
  /** The same for a Zalo post. */
  post: text,
  exemplars: z.array(uuidSchema).check(z.maxLength(40)),
  broadcasts: z
    .array(z.strictObject({ id: uuidSchema, date: isoDate, time: line, minutes: count, channel: line }))
    .check(z.maxLength(400)),
});
export type Bulletin = z.infer<typeof bulletinSchema>;

/** A release of open data: which tables were put out on a day, for ever the same. The tables themselves are the server's. */
export const openReleaseSchema = z.strictObject({
  ...ofCampaign,
  number: z.int().check(z.gte(1), z.lte(10_000)),
  releasedAt: instant,
  note,
});
export type OpenRelease = z.infer<typeof openReleaseSchema>;

/** Campaigns that are one movement over the years, and how last year's criteria answer to this year's. */
export const campaignSeriesSchema = z.strictObject({
  id: uuidSchema,
  name,
  campaigns: z.array(uuidSchema).check(z.maxLength(40)),
});
export type CampaignSeries = z.infer<typeof campaignSeriesSchema>;

/** A campaign handed to the commune that took over; its papers keep the head they had. */
export const handOverSchema = z.strictObject({
  ...ofCampaign,
  date: isoDate,
  /** Before and after, as printed: "xã Bình Thuận", "xã Đại Từ". */
  from: z.strictObject({ name, parent: line, address: line }),
  to: z.strictObject({ name, parent: line, address: line }),
  /** The resolution it rests on. */
  source: line,
  note,
});
export type HandOver = z.infer<typeof handOverSchema>;

export const paperRecordSchemas = {
  paper: paperSchema,
  certificateBlank: certificateBlankSchema,
  exemplar: exemplarSchema,
  bulletin: bulletinSchema,
  openRelease: openReleaseSchema,
  campaignSeries: campaignSeriesSchema,
  handOver: handOverSchema,
} as const;
