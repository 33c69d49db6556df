/** Every field of the records of awards, papers and what is told in public; as `fields-records.ts`. */
import type { awardRecordSchemas } from '#protocol/award-records.ts';
import type { deadlineRecordSchemas } from '#protocol/deadline-records.ts';
import type { paperRecordSchemas } from '#protocol/paper-records.ts';
import type { FieldsByKind } from './kinds.ts';

const SIGNER = ['signer.title', 'signer.onBehalf', 'signer.name'];
const VOTES = ['agree', 'disagree', 'abstain'];
/** Of a line of text on a blank. */
const PLACED = ['x', 'y', 'width', 'halfPoints', 'align'];

type Entity =
  | keyof typeof awardRecordSchemas
  | keyof typeof paperRecordSchemas
  | keyof typeof deadlineRecordSchemas;

export const awardFields: Record<Entity, FieldsByKind> = {
  awardRules: {
    technical: ['id', 'campaignId'],
    setup: [
      'quotas.collective',
      'quotas.individual',
      'quotas.household',
      'leastPoints',
      'grades',
      'onTimeOnly',
      'noticeDays',
      'quorum',
      'passRate',
      'decisionDays',
      'bonus.collective',
      'bonus.individual',
      'bonus.household',
      'baseSalaries.from',
      'baseSalaries.amount',
      'baseSalaries.source',
      'fund',
    ],
  },
  award: {
    technical: ['id', 'campaignId', 'noticeId', 'meetingId', 'letterId', 'decisionId', 'course.by'],
    award: [
      'track',
      'recipient.kind',
      'recipient.name',
      'recipient.position',
      'recipient.subjectKind',
      'recipient.subjectId',
      'ground.kind',
      'ground.freezeId',
      'ground.rank',
      'ground.normalised',
      'ground.grade',
      'ground.nominationId',
      'ground.by',
      'ground.reason',
      'achievement',
      'summary',
      'upward',
      'namedPublicly',
      'above.authority',
      'above.form',
      'above.number',
      'course.to',
      'course.skipped',
      'course.reason',
      'villageVote.place',
      'villageVote.chair',
      'villageVote.secretary',
      'villageVote.households',
      ...VOTES.map((votes) => `villageVote.votes.${votes}`),
      'delivery.number',
      'delivery.receivedBy',
      'delivery.place',
    ],
    instant: ['above.date', 'course.at', 'villageVote.date', 'delivery.date'],
  },
  awardNotice: {
    technical: ['id', 'campaignId', 'awards', 'objections.id', 'objections.awardId'],
    award: ['places', 'objections.from', 'objections.text', 'objections.outcome', 'objections.answer'],
    instant: ['from', 'until', 'objections.date'],
  },
  councilMeeting: {
    technical: ['id', 'campaignId', 'members.id', 'votes.awardId'],
    officialName: ['chair', 'secretary', 'members.name', 'members.title', 'members.present'],
    award: ['place', 'conclusion', ...VOTES.map((votes) => `votes.${votes}`)],
    instant: ['date', 'begins', 'ends'],
  },
  submissionLetter: {
    technical: ['id', 'campaignId', 'awards', 'freezes'],
    award: ['number', 'issuer'],
    instant: ['date'],
  },
  awardDecision: {
    technical: ['id', 'campaignId', 'letterId', 'state', 'awards.awardId', 'preparedBy', 'approvedBy'],
    officialName: SIGNER,
    award: ['number', 'baseSalary', 'fund', 'awards.amount', 'total', 'reason'],
    instant: ['date'],
  },
  paper: {
    technical: ['id', 'campaignId', 'kind', 'aboutId', 'facts'],
    officialName: SIGNER.map((field) => `head.${field}`),
    setup: [
      'number',
      'head.parent',
      'head.issuer',
      'head.place',
      'head.symbol',
      'head.legalBases',
      'head.recipients',
    ],
    award: ['edits'],
    instant: ['date'],
  },
  certificateBlank: {
    technical: ['id'],
    setup: ['name', 'width', 'height', ...PLACED.map((part) => `fields.*.${part}`), 'shift.x', 'shift.y'],
  },
  exemplar: {
    technical: ['id', 'campaignId', 'kind', 'subjectKind', 'subjectId', 'state', 'photos', 'replications.id'],
    award: [
      'title',
      'pillar',
      'who',
      'story',
      'result',
      'verification',
      'consent.takenBy',
      'consent.photos',
      'replications.where',
      'replications.subjectId',
      'replications.note',
    ],
    instant: ['consent.date', 'publishedOn', 'replications.date'],
  },
  bulletin: {
    technical: ['id', 'campaignId', 'exemplars', 'broadcasts.id'],
    words: ['title', 'seconds', 'script', 'post', 'broadcasts.minutes', 'broadcasts.channel'],
    instant: ['broadcasts.date', 'broadcasts.time'],
  },
  openRelease: { technical: ['id', 'campaignId', 'number'], words: ['note'], instant: ['releasedAt'] },
  campaignSeries: { technical: ['id', 'campaigns'], setup: ['name'] },
  handOver: {
    technical: ['id', 'campaignId'],
    place: ['from.name', 'from.parent', 'from.address', 'to.name', 'to.parent', 'to.address'],
    words: ['source', 'note'],
    instant: ['date'],
  },
  reportDeadline: {
    technical: ['id', 'campaignId'],
    setup: ['title', 'recipient', 'phrase', 'cutoffAt', 'handedIn.number'],
    instant: ['handedIn.date'],
  },
  reminder: { technical: ['id', 'campaignId', 'deadlineId', 'step'], words: ['missing'], instant: ['at'] },
};
