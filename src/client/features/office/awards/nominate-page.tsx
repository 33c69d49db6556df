/** Somebody's word for a name: with who says it and why, for what no ranking holds. */
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { doubleOf } from '#domain/awards/double.ts';
import { awardTracks, recipientKinds, type AwardTrack, type RecipientKind } from '#domain/awards/workflow.ts';
import { ACHIEVEMENT_LENGTH_MAX, type Award } from '#protocol/award-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import { faultIn } from './edit-dialog.tsx';
import { Frame } from './frame.tsx';
import { Chips } from './chips.tsx';
import { AWARDS_PATH } from './paths.ts';
import { recipientFor } from './recipient.ts';
import { sourcesFor, subjectsFor } from './nominate-choices.ts';

const words = awardForms.nominate;
const MAX = {
  name: 200,
  position: 400,
  by: 200,
  reason: 2000,
  achievement: ACHIEVEMENT_LENGTH_MAX,
  summary: 2000,
};
const OPTIONAL = new Set(['position', 'summary']);
type Field = keyof typeof MAX;
const NOTHING: Record<Field, string> = {
  name: '',
  position: '',
  by: '',
  reason: '',
  achievement: '',
  summary: '',
};

export function NominatePage() {
  const workspace = useWorkspace();
  const { desk, rows, entries, campaign, act, at } = useAwards();
  const [, navigate] = useLocation();
  const [track, setTrack] = useState<AwardTrack>('movement');
  const [kind, setKind] = useState<RecipientKind>('individual');
  const [source, setSource] = useState<string | null>(null);
  const [subjectId, setSubjectId] = useState<string | null>(null);
  const [typed, setTyped] = useState(NOTHING);
  const [flags, setFlags] = useState({ publicly: false, upward: false });
  const [isAsked, setAsked] = useState(false);
  const subjects = subjectsFor(desk, kind);
  const sources = sourcesFor(rows.nominations, desk);
  const fault = (field: Field): string | undefined =>
    isAsked ? faultIn(typed[field], MAX[field], !OPTIONAL.has(field)) : undefined;
  const isBad = Object.entries(MAX).some(
    ([field, max]) =>
      faultIn(
        Object.entries(typed).find(([name]) => name === field)?.[1] ?? '',
        max,
        !OPTIONAL.has(field),
      ) !== undefined,
  );
  const owner = subjectId === null ? undefined : recipientFor(desk, kindOf(subjectId), subjectId);
  function kindOf(id: string): RecipientKind {
    return desk.households.has(id) ? 'household' : 'collective';
  }
  const award: Award = {
    id: workspace.newId(),
    campaignId: campaign.id,
    track,
    recipient: {
      kind,
      name: typed.name.trim(),
      position: typed.position.trim(),
      ...(owner?.subjectId !== undefined && { subjectKind: owner.subjectKind, subjectId: owner.subjectId }),
    },
    ground: {
      kind: 'nomination',
      ...(source !== null && { nominationId: source }),
      by: typed.by.trim(),
      reason: typed.reason.trim(),
    },
    achievement: typed.achievement.trim(),
    summary: typed.summary.trim(),
    upward: flags.upward,
    namedPublicly: kind === 'collective' || flags.publicly,
    course: [{ to: 'submitted', at: at() }],
  };
  const double = isBad
    ? null
    : doubleOf(
        award,
        entries.map((entry) => entry.award),
      );
  const twin = double?.kind === 'award' ? entries.find(({ id }) => id === double.awardId) : undefined;
  const takeSource = (id: string | null): void => {
    setSource(id);
    const found = rows.nominations.find((row) => row.id === id)?.value;
    if (found === undefined) return;
    setKind('individual');
    setSubjectId(found.subjectId);
    const label = sources.find(({ value }) => value === id)?.owner ?? '';
    setTyped({
      name: found.personName,
      position: found.position,
      by: label,
      reason: found.contribution,
      achievement: '',
      summary: [found.result, found.evidence].filter((part) => part !== '').join('\n'),
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isBad || twin !== undefined) return;
    const record = { entity: 'award' as const, id: award.id, value: award, baseRev: 0 };
    void act(fill(words.done, { name: award.recipient.name }), [record]).then(
      (isKept) => isKept && navigate(AWARDS_PATH),
    );
  };
  const line = (field: Field, help?: string) => (
    <TextField
      key={field}
      label={words[field]}
      help={help}
      autoComplete="off"
      value={typed[field]}
      error={fault(field)}
      onChange={(text) => setTyped({ ...typed, [field]: text })}
    />
  );
  const area = (field: Field, help?: string) => (
    <TextArea
      key={field}
      label={words[field]}
      help={help}
      rows={3}
      value={typed[field]}
      error={fault(field)}
      onChange={(text) => setTyped({ ...typed, [field]: text })}
    />
  );
  const flag = (name: keyof typeof flags) => (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={flags[name]}
        onChange={() => setFlags({ ...flags, [name]: !flags[name] })}
      />
      {words[name]}
    </label>
  );
  return (
    <Frame title={words.title} explain={words.explain}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {sources.length > 0 && (
          <SelectField
            label={words.from}
            none={words.fromNone}
            value={source}
            options={sources}
            onChange={takeSource}
          />
        )}
        <Chips
          label={words.track}
          options={awardTracks.map((value) => ({ value, label: awardWords.tracks[value] }))}
          value={track}
          onChange={setTrack}
        />
        <Chips
          label={words.kind}
          options={recipientKinds.map((value) => ({ value, label: awardWords.kinds[value] }))}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setSubjectId(null);
          }}
        />
        {track === 'exceptional' && <p>{words.trackHelp}</p>}
        <SelectField
          label={words.subject}
          none={words.subjectNone}
          value={subjectId}
          options={subjects}
          onChange={(id) => {
            setSubjectId(id);
            if (id === null || kind === 'individual' || typed.name.trim() !== '') return;
            const { name, position } = recipientFor(desk, kind, id);
            setTyped({ ...typed, name, position });
          }}
        />
        <div className={styles.fields}>
          {line('name', words.nameHelp)}
          {line('position')}
          {line('by')}
        </div>
        {area('reason')}
        {area(
          'achievement',
          fill(words.achievementHelp, {
            n: Math.max(0, ACHIEVEMENT_LENGTH_MAX - typed.achievement.trim().length),
          }),
        )}
        {area('summary')}
        <div className={styles.checks}>
          {kind !== 'collective' && flag('publicly')}
          {flag('upward')}
        </div>
        {twin && <Notice tone="hand" title={fill(words.double, { name: twin.name })} />}
        <Button small kind="main" type="submit" className={styles.act}>
          {words.save}
        </Button>
      </form>
    </Frame>
  );
}
