/** A record of every entity of awards, papers and the public, with a canary in its words. */
import type { awardRecordSchemas } from '#protocol/award-records.ts';
import type { paperRecordSchemas } from '#protocol/paper-records.ts';
import type { Target } from './small-commune.ts';

const DATE = '2025-12-01';
const ID = '0198f5d2-0000-7000-8000-000000000001';
const signer = { title: 'CHỦ TỊCH', onBehalf: '', name: 'x' };
const place = { name: 'x', parent: '', address: '' };

type Entity = keyof typeof awardRecordSchemas | keyof typeof paperRecordSchemas;

export const ofAwards: Record<Entity, (target: Target) => Record<string, unknown>> = {
  awardRules: ({ canary }) => ({
    quotas: {},
    grades: [],
    onTimeOnly: false,
    noticeDays: 5,
    quorum: 667,
    passRate: 500,
    decisionDays: 10,
    bonus: { collective: 600, individual: 300, household: 450 },
    baseSalaries: [{ from: DATE, amount: 2_340_000, source: '' }],
    fund: canary,
  }),
  award: ({ canary }) => ({
    track: 'exceptional',
    recipient: { kind: 'individual', name: canary, position: '' },
    ground: { kind: 'nomination', by: 'x', reason: 'x' },
    achievement: canary,
    summary: '',
    upward: false,
    namedPublicly: false,
    course: [{ to: 'draft', at: 1 }],
  }),
  awardNotice: ({ canary }) => ({ from: DATE, until: DATE, places: canary, awards: [ID], objections: [] }),
  councilMeeting: ({ canary }) => ({
    date: DATE,
    begins: '08:00',
    place: '',
    chair: canary,
    secretary: 'x',
    members: [{ id: ID, name: 'x', title: '', present: true }],
    votes: [],
    conclusion: '',
  }),
  submissionLetter: ({ canary }) => ({ number: '', date: DATE, issuer: canary, awards: [ID], freezes: [] }),
  awardDecision: ({ canary }) => ({
    state: 'prepared',
    number: '',
    date: DATE,
    signer,
    baseSalary: 2_340_000,
    fund: canary,
    awards: [{ awardId: ID, amount: 702_000 }],
    total: 702_000,
  }),
  paper: ({ canary }) => ({
    kind: 'report',
    number: '',
    date: DATE,
    head: { parent: '', issuer: 'x', place: 'x', symbol: '', signer, legalBases: [], recipients: [] },
    edits: { opening: canary },
  }),
  certificateBlank: ({ canary }) => ({
    name: canary,
    width: 2970,
    height: 2100,
    fields: {},
    shift: { x: 0, y: 0 },
  }),
  exemplar: ({ canary }) => ({
    kind: 'goodPractice',
    title: canary,
    who: 'x',
    story: '',
    result: '',
    state: 'nominated',
    verification: '',
    photos: [],
    replications: [],
  }),
  bulletin: ({ canary }) => ({
    title: canary,
    seconds: 60,
    script: '',
    post: '',
    exemplars: [],
    broadcasts: [],
  }),
  // Its note is for everybody.
  openRelease: () => ({ number: 1, releasedAt: 1, note: '' }),
  campaignSeries: ({ canary }) => ({ name: canary, campaigns: [] }),
  handOver: ({ canary }) => ({ date: DATE, from: place, to: place, source: canary, note: '' }),
};

/** Those that name no campaign. */
export const timelessAwards = ['certificateBlank', 'campaignSeries'] as const;
