/** Every field of every record, at every depth (`a.b`; of a list, of its items). */
import type { RecordEntity } from '#protocol/entities.ts';
import { awardFields } from './fields-awards.ts';
import type { FieldsByKind } from './kinds.ts';

const OF_SUBJECT = ['id', 'campaignId', 'subjectKind', 'subjectId'];
const OF_FAMILY = ['id', 'campaignId', 'householdId', 'assessmentId'];
const STANDING = ['validFrom', 'validTo'];

export const recordFields: Record<RecordEntity, FieldsByKind> = {
  commune: {
    technical: ['id'],
    place: ['name', 'parent', 'address'],
    officialPhone: ['phone', 'policePhone'],
    officialName: ['standingOffice'],
    instant: STANDING,
  },
  campaign: {
    technical: ['id', 'criteriaSets.household', 'criteriaSets.hamlet', 'criteriaSets.unit'],
    setup: [
      'year',
      'title',
      'shortTitle',
      'theme',
      'planNumber',
      'legalBases.text',
      'legalBases.warning',
      'recipients',
      'eraseAfter',
    ],
    officialName: ['signer.title', 'signer.onBehalf', 'signer.name'],
    instant: ['beginsOn', 'planDate'],
  },
  deadline: {
    technical: ['id', 'campaignId', 'subjectKind'],
    setup: ['phrase', 'cutoffAt', 'graceDays', 'source'],
  },
  criteriaSet: { setup: ['*'] },
  hamlet: {
    technical: ['id', 'mergedInto'],
    place: ['name', 'order', 'households', 'people14plus', 'formerCommune', 'endedBecause'],
    officialName: ['headName'],
    officialPhone: ['headPhone'],
    instant: STANDING,
  },
  unit: {
    technical: ['id', 'mergedInto'],
    place: ['code', 'name', 'sector', 'subtype', 'formerCommune', 'endedBecause'],
    officialName: ['headName'],
    officialPhone: ['contactPhone'],
    instant: STANDING,
  },
  household: {
    technical: ['id'],
    familyName: ['householder'],
    familyPhone: ['phone'],
    familyPlace: ['hamletId', 'code', 'endedAt', 'movedTo', 'mergedInto', 'endedBecause'],
  },
  person: { technical: ['id', 'role', 'subjectId'], officialName: ['name'], officialPhone: ['phone'] },
  batch: { technical: ['id', 'state', 'records'], words: ['label'] },
  activity: {
    technical: [...OF_SUBJECT, 'kind'],
    words: ['title', 'note'],
    answer: ['people', 'minutes'],
    instant: ['date'],
  },
  evidence: {
    technical: [...OF_SUBJECT, 'criterionId', 'kind'],
    words: ['number', 'issuer', 'extract', 'url'],
    instant: ['date'],
  },
  plan: {
    technical: [...OF_SUBJECT, 'targets.id'],
    words: ['number', 'extract', 'targets.text', 'targets.measure'],
    instant: ['date'],
  },
  narrative: {
    technical: [...OF_SUBJECT, 'paragraphs.id'],
    words: ['paragraphs.heading', 'paragraphs.text'],
  },
  nomination: {
    technical: OF_SUBJECT,
    officialName: ['personName', 'position'],
    words: ['contribution', 'result', 'evidence'],
  },
  nominationJudgement: {
    technical: OF_SUBJECT,
    review: ['aspects.compliance', 'aspects.duty', 'aspects.initiative', 'aspects.spread', 'note'],
  },
  claimReason: { technical: [...OF_SUBJECT, 'criterionId'], words: ['text'] },
  officialCount: {
    technical: [...OF_SUBJECT, 'criterionId'],
    answer: ['n', 'd'],
    words: ['source'],
    instant: ['date'],
  },
  scoreSnapshot: {
    technical: OF_SUBJECT,
    answer: ['normalised', 'answered', 'criteria', 'pillars.pillar', 'pillars.points', 'pillars.maxPoints'],
    instant: ['takenOn'],
  },
  objection: { technical: [...OF_FAMILY, 'submission'], request: ['reason', 'state', 'answer'] },
  dataRequest: { technical: OF_FAMILY, request: ['kind', 'reason', 'state', 'answer'] },
  criteriaDraft: { technical: ['id', 'setId', 'basedOn'], setup: ['set'] },
  savedView: { technical: ['id'], words: ['name', 'address'] },
  scoringAssignment: { technical: ['id', 'campaignId', 'role', 'subjectKind'], setup: ['groups'] },
  inspection: {
    technical: [...OF_SUBJECT, 'sampleId', 'findings.criterionId'],
    officialName: ['inspectors'],
    review: ['signal', 'findings.result', 'findings.note', 'conclusion', 'note'],
    instant: ['date'],
  },
  recheckSample: {
    technical: ['id', 'campaignId', 'subjectKind', 'hamletId', 'frame', 'chosen'],
    setup: ['seed', 'frameSize'],
    instant: ['drawnOn'],
  },
  registerEntry: {
    technical: ['id', 'campaignId', 'kind', 'hamlets'],
    words: ['title', 'place', 'organiser', 'result'],
    answer: ['people'],
    instant: ['date'],
  },
  feedbackReply: { technical: ['id', 'campaignId', 'state'], feedback: ['answer'] },
  position: {
    technical: ['id', 'subjectKind', 'subjectId'],
    officialName: ['title', 'personName', 'signsFor', 'endedBecause'],
    officialPhone: ['phone'],
    instant: STANDING,
  },
  populationCount: {
    technical: ['id', 'hamletId'],
    place: ['households', 'people14plus', 'source'],
    instant: ['date'],
  },
  priorResult: { technical: OF_SUBJECT, answer: ['year', 'normalised'], words: ['source'] },
  knockOut: { technical: OF_SUBJECT, review: ['kind', 'reason', 'source'], instant: ['date'] },
  tieDecision: {
    technical: ['id', 'campaignId', 'group', 'order'],
    review: ['reason'],
    instant: ['date'],
  },
  rankingFreeze: {
    technical: [
      'id',
      'campaignId',
      'group',
      'replaces',
      'ties.id',
      'ties.order',
      'inputs.subjectId',
      'inputs.submission',
      'inputs.digest',
      'inputs.criteriaSet',
      'inputs.knockOut',
      'results.subjectId',
      'sha256',
    ],
    answer: [
      'inputs.points',
      'inputs.prior',
      'inputs.onTime',
      'results.rank',
      'results.normalised',
      'results.grade',
      'results.whyNotRanked',
    ],
    review: ['reason'],
    instant: ['frozenAt'],
  },
  ...awardFields,
};
