/** What people do with the app: only through the commands its screens have. */
import type { Answers } from '#domain/answers.ts';
import { score } from '#domain/score.ts';
import { textOf } from '#client/db/answer-text.ts';
import type { DraftRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { assessmentStates, type Consent } from '#protocol/operation.ts';
import { movesFrom } from '#protocol/transitions.ts';
import type { SimPhone } from './phone.ts';
import { lookAt, putPhotoBack, refsOf, takePhoto, takePhotoOut } from './photo-people.ts';
import type { Tab } from './tab.ts';
import type { Act } from './schedule.ts';
import { fieldsOf, setOf, type SimSubject, type Village } from './village.ts';

export interface Acting {
  phone: SimPhone;
  tab: Tab;
  village: Village;
  /** A form left open in this tab before, still as it was then. */
  stale: boolean;
  /** Hashes of pictures somebody may have come by. */
  pictures: () => readonly string[];
  /** Keeps what a person exports. */
  carry: (workspace: Workspace) => Promise<void>;
}

/** Forms as each tab last showed them. */
const shown = new WeakMap<Tab, DraftRow>();
const typed = new WeakMap<Tab, { draft: DraftRow; field: string; stale: boolean }>();
/** What was typed last in this tab. */
export const shownIn = (tab: Tab) => typed.get(tab);

export const seenKey = (assessmentId: string, field: string, text: string): string =>
  `${assessmentId}/${field}=${text}`;

/** The open form is read by its person. */
async function look({ phone, tab, stale }: Acting, workspace: Workspace): Promise<DraftRow | undefined> {
  const id = workspace.profile.assessmentId;
  if (id === undefined) return undefined;
  const earlier = shown.get(tab);
  const draft = stale && earlier !== undefined ? earlier : await workspace.draft(id);
  if (draft === undefined) return undefined;
  shown.set(tab, draft);
  for (const [field, value] of Object.entries(draft.answers))
    phone.seen.add(seenKey(draft.assessmentId, field, textOf(value) ?? ''));
  return draft;
}

const subjectOf = ({ subjectKind }: DraftRow): SimSubject =>
  subjectKind === 'household' ? 'household' : 'hamlet';

async function edit(acting: Acting, workspace: Workspace, act: Extract<Act, { do: 'edit' }>): Promise<void> {
  const draft = await look(acting, workspace);
  if (draft === undefined) return;
  const field = fieldsOf[subjectOf(draft)][act.field % 2] ?? 'A2.1';
  const { [field]: _old, ...rest } = draft.answers;
  const answers: Answers = act.value === null ? rest : { ...rest, [field]: act.value };
  const now: DraftRow = { ...draft, answers, status: 'open', updatedAt: draft.updatedAt + 1 };
  await workspace.saveDraft(now);
  typed.set(acting.tab, { draft: now, field, stale: acting.stale });
  shown.set(acting.tab, now);
}

const consent: Consent = {
  mode: 'self',
  choices: [{ purpose: 'process', textVersion: '1.0', agreed: true, at: 1 }],
};

async function submit(acting: Acting, workspace: Workspace): Promise<void> {
  const draft = await look(acting, workspace);
  if (draft === undefined) return;
  const selfScore = score(setOf(subjectOf(draft)), draft.answers).normalised;
  const input = { selfScore, signedOffBy: acting.phone.name };
  const isFamily = draft.subjectKind === 'household';
  const more = isFamily ? { consent } : await refsOf(workspace);
  await workspace.submit(draft, { ...input, ...more });
}

async function withdraw(workspace: Workspace): Promise<void> {
  const id = workspace.profile.assessmentId;
  // Only what was sent has a button for it.
  const row = id === undefined ? undefined : await workspace.row('assessment', id);
  if (id === undefined || row?.value.submissions.some(({ current }) => current) !== true) return;
  await workspace.move(id, 'withdrawn');
}

/** Each field that two people wrote differently: the first choice wins, all of them having been read. */
async function choose({ phone }: Acting, workspace: Workspace): Promise<void> {
  const id = workspace.profile.assessmentId;
  if (id === undefined || (await workspace.draft(id)) === undefined) return;
  for (const { criterionId, choices } of await workspace.conflicts(id)) {
    for (const { value } of choices)
      if (value !== undefined) phone.seen.add(seenKey(id, criterionId, textOf(value) ?? ''));
    await workspace.choose(id, criterionId, choices[0]?.value);
  }
}

async function officerMove(workspace: Workspace, act: Extract<Act, { do: 'move' }>): Promise<void> {
  const rows = await workspace.rows('assessment');
  const row = rows[act.target % Math.max(1, rows.length)];
  if (row?.value.submissions.some(({ current }) => current) !== true) return;
  const ways = movesFrom('officer', row.value.state).map(({ to }) => to);
  // Now and then a move no button offers.
  const to = ways[act.way] ?? ways[act.way % Math.max(1, ways.length)] ?? assessmentStates[act.way];
  if (to === undefined) return;
  const items = [{ criterionId: 'A2.1', ask: 'Xem lại' }];
  await workspace.move(row.id, to, { reason: 'Cần bổ sung', ...(to === 'returned' ? { items } : {}) });
}

async function officerScore(workspace: Workspace, act: Extract<Act, { do: 'score' }>): Promise<void> {
  const rows = (await workspace.rows('submission')).filter(({ value }) => value.current);
  const row = rows[act.target % Math.max(1, rows.length)];
  if (row === undefined) return;
  const fields = fieldsOf[row.value.subjectKind === 'household' ? 'household' : 'hamlet'];
  await workspace.score({
    submission: row.id,
    criterionId: fields[act.field % 2] ?? 'A2.1',
    points: act.points,
    reasonCode: 'evidence',
    reason: '',
  });
}

async function record(
  { village }: Acting,
  workspace: Workspace,
  act: Extract<Act, { do: 'record' }>,
): Promise<void> {
  const { binding } = workspace.profile;
  const known = await workspace.rows('household');
  const old = known[act.household % Math.max(1, known.length)];
  const away = village.hamlets[act.hamlet % 2] ?? village.hamlets[0];
  const hamletId = binding?.kind === 'hamlet' ? binding.id : away;
  if (old === undefined || act.household === 2) {
    const id = workspace.newId();
    await workspace.putRecord('household', id, { id, hamletId, householder: 'Hộ mới' }, 0);
  } else await workspace.putRecord('household', old.id, { ...old.value, hamletId }, old.rev);
}

async function comment(workspace: Workspace): Promise<void> {
  const [row] = await workspace.rows('assessment');
  const id = workspace.profile.assessmentId ?? row?.id;
  if (id !== undefined) await workspace.comment(id, 'Ý kiến');
}

/** Carries out one act; a page that dies under it leaves it where it was. */
export async function perform(acting: Acting, act: Act): Promise<void> {
  const { workspace } = acting.tab;
  if (workspace === undefined) return;
  switch (act.do) {
    case 'edit':
      return edit(acting, workspace, act);
    case 'submit':
      return submit(acting, workspace);
    case 'withdraw':
      return withdraw(workspace);
    case 'choose':
      return choose(acting, workspace);
    case 'move':
      return officerMove(workspace, act);
    case 'score':
      return officerScore(workspace, act);
    case 'record':
      return record(acting, workspace, act);
    case 'comment':
      return comment(workspace);
    case 'photo':
      return takePhoto(acting, workspace, act);
    case 'unphoto':
      return takePhotoOut(acting, workspace, act.target);
    case 'rephoto':
      return putPhotoBack(acting, workspace, act.target);
    case 'look':
      return lookAt(acting, workspace, { target: act.target, known: acting.pictures() });
    case 'export':
      return acting.carry(workspace);
  }
}
