/**
 * One of each kind of record the synthetic commune has none of, so that its texts carry the hostile words as well: what
 * the office keeps, and what a hamlet or a unit writes of itself.
 */
import type { RecordEntity } from '#protocol/entities.ts';

export interface Template {
  entity: RecordEntity;
  value: { id: string } & Record<string, unknown>;
}

const DAY = '2026-10-05';
const line = 'lời';

/** What a hamlet or unit keeps beside its form. */
export function ownTemplates(
  of: { campaignId: string; subjectKind: 'hamlet' | 'unit'; subjectId: string; criterionId: string },
  newId: () => string,
): Template[] {
  const { criterionId, ...owner } = of;
  const own = (entity: RecordEntity, value: Record<string, unknown>): Template => ({
    entity,
    value: { id: newId(), ...owner, ...value },
  });
  return [
    own('activity', { kind: 'meeting', date: DAY, title: line, note: line }),
    own('evidence', {
      criterionId,
      kind: 'document',
      number: line,
      date: DAY,
      issuer: line,
      extract: line,
    }),
    own('evidence', { criterionId, kind: 'link', extract: line, url: 'https://e.invalid/' }),
    own('nomination', {
      personName: line,
      position: line,
      contribution: line,
      result: line,
      evidence: line,
    }),
    own('plan', {
      number: line,
      date: DAY,
      extract: line,
      targets: [{ id: newId(), text: line, measure: line }],
    }),
    own('narrative', { paragraphs: [{ id: newId(), heading: line, text: line }] }),
  ];
}

/** What the office keeps of its own work, of awards and of what it tells. */
export function officeTemplates(
  of: { campaignId: string; hamletId: string; assessmentId: string },
  newId: () => string,
): Template[] {
  const { campaignId, hamletId } = of;
  const kept = (entity: RecordEntity, value: Record<string, unknown>): Template => ({
    entity,
    value: { id: newId(), campaignId, ...value },
  });
  const registers = ['training', 'event', 'proposal'].map((kind) =>
    kept('registerEntry', {
      kind,
      date: DAY,
      title: line,
      place: line,
      organiser: line,
      hamlets: [],
      result: line,
    }),
  );
  const signer = { title: line, onBehalf: line, name: line };
  return [
    ...registers,
    { entity: 'savedView', value: { id: newId(), name: line, address: '/ra-soat?loai=xom' } },
    kept('inspection', {
      subjectKind: 'hamlet',
      subjectId: hamletId,
      date: DAY,
      inspectors: line,
      findings: [{ criterionId: 'A1.1', result: 'differs', note: line }],
      conclusion: 'differs',
      note: line,
    }),
    kept('award', {
      track: 'exceptional',
      recipient: { kind: 'individual', name: line, position: line },
      ground: { kind: 'nomination', by: line, reason: line },
      achievement: line,
      summary: line,
      upward: true,
      namedPublicly: false,
      course: [{ to: 'draft', at: Date.parse(DAY) }],
    }),
    kept('paper', {
      kind: 'report',
      number: line,
      date: DAY,
      head: {
        parent: line,
        issuer: line,
        place: line,
        symbol: line,
        signer,
        legalBases: [line],
        recipients: [line],
      },
      edits: { opening: line },
    }),
    {
      entity: 'certificateBlank',
      value: {
        id: newId(),
        name: line,
        width: 2970,
        height: 2100,
        fields: { recipient: { x: 400, y: 900, width: 1900, halfPoints: 40, align: 'center' } },
        shift: { x: 0, y: 0 },
      },
    },
    kept('exemplar', {
      kind: 'goodPractice',
      title: line,
      who: line,
      story: line,
      result: line,
      state: 'nominated',
      verification: '',
      photos: [],
      replications: [],
    }),
    kept('bulletin', {
      title: line,
      seconds: 60,
      script: line,
      post: line,
      exemplars: [],
      broadcasts: [{ id: newId(), date: DAY, time: line, minutes: 1, channel: line }],
    }),
    kept('reportDeadline', { title: line, recipient: line, phrase: line, cutoffAt: Date.parse(DAY) }),
    { entity: 'campaignSeries', value: { id: newId(), name: line, campaigns: [campaignId] } },
  ];
}
