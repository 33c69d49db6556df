/** Taking names from the frozen rankings: who is eligible, who fits the places there are, and who needs a reason. */
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { bonusOf } from '#domain/awards/bonus.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { ACHIEVEMENT_LENGTH_MAX, type Award } from '#protocol/award-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { useAwards } from './award-desk.tsx';
import { movementWords } from './award-words.ts';
import styles from './awards.module.css';
import { CandidateTables } from './candidate-tables.tsx';
import { candidatesOf, withReasons, type Candidate } from './candidates.ts';
import { faultIn } from './edit-dialog.tsx';
import { Frame } from './frame.tsx';
import { AWARDS_PATH } from './paths.ts';
import { recipientFor, subjectName } from './recipient.ts';
import { QuotaLine } from './step-row.tsx';

const words = awardForms.shortlist;
const RANKING_PATH = '/xep-hang';
const REASON_MAX = 2000;

export function ShortlistPage() {
  const { rows } = useAwards();
  return (
    <Frame title={words.title} explain={words.explain}>
      {rows.freezes.length === 0 ? (
        <EmptyState
          title={words.none}
          action={
            <Link className={controls.mainButton} href={RANKING_PATH}>
              {words.toRanking}
            </Link>
          }
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <Shortlist />
      )}
    </Frame>
  );
}

function Shortlist() {
  const workspace = useWorkspace();
  const { rows, entries, rules, desk, campaign, act, at, today } = useAwards();
  const [, navigate] = useLocation();
  const found = candidatesOf(
    rows.freezes.map(({ value }) => value),
    entries,
    rules,
  );
  /** What the person turned over, against what is suggested. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [achievement, setAchievement] = useState(
    fill(words.achievementText, { movement: movementWords(campaign) }),
  );
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMarked = ({ key, taken }: Candidate): boolean =>
    taken === undefined && found.suggested.has(key) !== turned.has(key);
  const marked = found.all.filter(
    (each) => isMarked(each) && subjectName(desk, each.kind, each.result.subjectId) !== '',
  );
  const { plain, reasoned } = withReasons(marked, found.room);
  const n = marked.length;
  const money = marked.reduce((sum, { kind }) => sum + (bonusOf(kind, rules, today) ?? 0), 0);
  const achievementFault = faultIn(achievement, ACHIEVEMENT_LENGTH_MAX);
  const isReasonMissing = reasoned.length > 0 && reason.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (n === 0 || achievementFault !== undefined || isReasonMissing) return;
    const when = at();
    const awardOf = ({ freeze, kind, result }: Candidate, why: string): Award => ({
      id: workspace.newId(),
      campaignId: campaign.id,
      track: 'movement',
      recipient: recipientFor(desk, kind, result.subjectId),
      ground: {
        kind: 'ranking',
        freezeId: freeze.id,
        rank: result.rank ?? 1,
        normalised: result.normalised,
        ...(result.grade !== undefined && { grade: result.grade }),
      },
      achievement: achievement.trim(),
      summary: '',
      upward: false,
      namedPublicly: kind === 'collective',
      course: [{ to: 'shortlisted', at: when, ...(why !== '' && { reason: why }) }],
    });
    const records = [
      ...plain.map((candidate) => awardOf(candidate, '')),
      ...reasoned.map((candidate) => awardOf(candidate, reason.trim())),
    ].map((value) => ({ entity: 'award' as const, id: value.id, value, baseRev: 0 }));
    void act(fill(words.done, { n }), records).then((isKept) => isKept && navigate(AWARDS_PATH));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <QuotaLine />
      {found.edges.map((edge) => (
        <p key={edge.kind} className={styles.mark}>
          {fill(words.edge, { rank: edge.rank, n: edge.n, left: edge.left })}
        </p>
      ))}
      <CandidateTables
        candidates={found.all}
        suggested={found.suggested}
        isMarked={isMarked}
        onToggle={(key) =>
          setTurned((now) => {
            const next = new Set(now);
            if (!next.delete(key)) next.add(key);
            return next;
          })
        }
      />
      <TextArea
        label={words.achievement}
        help={fill(words.achievementHelp, {
          n: Math.max(0, ACHIEVEMENT_LENGTH_MAX - achievement.trim().length),
        })}
        rows={2}
        value={achievement}
        error={isAsked ? achievementFault : undefined}
        onChange={setAchievement}
      />
      {reasoned.length > 0 && (
        <TextArea
          label={words.reason}
          help={fill(words.reasonHelp, { n: reasoned.length })}
          rows={2}
          maxLength={REASON_MAX}
          value={reason}
          error={isAsked && isReasonMissing ? awardForms.needed : undefined}
          onChange={setReason}
        />
      )}
      {isAsked && n === 0 && <p role="alert">{awardForms.nobody}</p>}
      <b role="status">{fill(words.summary, { n, money: formatNumber(money) })}</b>
      <Button small kind="main" type="submit" className={styles.act}>
        {fill(words.save, { n })}
      </Button>
    </form>
  );
}
