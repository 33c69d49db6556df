/** An entry of the log as a person reads it: who, what, about whom, and what changed from what to what. */
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { LogChange, LogEntry } from '#protocol/log.ts';
import { fill } from '#client/messages/fill.ts';
import { auditEntities, auditKinds, auditWhat } from '#client/messages/office-audit-words.ts';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import { office } from '#client/messages/office.ts';
import { stateWords } from '#client/messages/states.ts';
import type { GlyphState } from '#client/ui/glyph.tsx';
import type { Names } from './read-names.ts';
import { fieldWords, valueWords } from './value-words.ts';

const own = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const isServers = ({ kind }: LogEntry): boolean => kind.startsWith('server.');

/** Written by the server of what somebody did at their machine: it is theirs. */
const looks: ReadonlySet<string> = new Set(['server.sight', 'server.opened']);
const isNobodys = (entry: LogEntry): boolean => isServers(entry) && !looks.has(entry.kind);

export const whoWords = (entry: LogEntry): string => {
  if (isNobodys(entry)) return words.server;
  return entry.device === undefined ? words.unknownDevice : entry.device.name || entry.device.label;
};
/** Of the person; a device that the server's own entry is about did not write it. */
export const roleWords = (entry: LogEntry): string =>
  entry.device === undefined || isNobodys(entry) ? '' : office.roles[entry.device.role];

const changed = (entry: LogEntry, field: string): LogChange | undefined =>
  entry.changes.find((change) => change.field === field);

function recordWords(entry: LogEntry): string {
  const { entity = '', changes } = entry;
  const name = own(auditEntities, entity) ?? entity;
  const isNew = changes.length > 0 && changes.every(({ before }) => before === undefined);
  const isOver = changes.length > 0 && changes.every(({ after }) => after === undefined);
  const template = isOver ? auditWhat.ended : isNew ? auditWhat.added : auditWhat.changed;
  const called = ['name', 'title', 'householder', 'personName', 'label']
    .map((field) => changed(entry, field))
    .map((change) => change?.after ?? change?.before)
    .find((value) => typeof value === 'string');
  const what = fill(template, { entity: name });
  return called === undefined ? what : fill(auditWhat.named, { what, name: String(called) });
}

/** "Chấm A1.1: 3,00 điểm". */
export function whatWords(entry: LogEntry, { criteria }: Names): string {
  const plain = own(auditKinds, entry.kind) ?? entry.kind;
  switch (entry.kind) {
    case 'record.put':
    case 'server.record':
      return entry.body === 'here' ? recordWords(entry) : plain;
    case 'assessment.move': {
      const to = changed(entry, 'state')?.after;
      const state = typeof to === 'string' ? own(stateWords, to) : undefined;
      return state === undefined ? plain : fill(auditWhat.moved, { state });
    }
    case 'score.set': {
      const change = changed(entry, 'points');
      if (change === undefined || typeof change.after !== 'number') return plain;
      const code = criteria.get(change.criterionId ?? '')?.code ?? change.criterionId ?? '';
      return fill(auditWhat.scored, { code, points: formatPoints(change.after) });
    }
    default:
      return plain;
  }
}

export const resultWords = ({ verdict, code }: LogEntry): string =>
  code === undefined ? words.verdicts[verdict] : `${words.verdicts[verdict]}: ${words.codes[code]}`;

const glyphs: Record<LogEntry['verdict'], GlyphState> = {
  applied: 'received',
  conflict: 'conflict',
  refused: 'setAside',
  quarantined: 'setAside',
  retry: 'queued',
};
export const resultGlyph = ({ verdict }: LogEntry): GlyphState => glyphs[verdict];

export interface ShownChange {
  key: string;
  what: string;
  before: string;
  after: string;
}

/** One line a change; a criterion by its code and words. */
export const changesOf = ({ changes }: Pick<LogEntry, 'changes'>, names: Names): ShownChange[] =>
  changes.map(({ criterionId, field, before, after }, at) => {
    const criterion = criterionId === undefined ? undefined : names.criteria.get(criterionId);
    const of = criterion === undefined ? (criterionId ?? '') : `${criterion.code} ${criterion.shortText}`;
    const shown = { field, criterionId };
    return {
      key: `${at}`,
      what: of === '' ? fieldWords(field) : field === 'answer' ? of : `${of}: ${fieldWords(field)}`,
      before: valueWords(before, shown, names),
      after: after === undefined && before !== undefined ? words.gone : valueWords(after, shown, names),
    };
  });
