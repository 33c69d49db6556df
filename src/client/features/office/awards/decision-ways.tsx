/** Approving a decision, sending it back, cancelling it: each asked once more, each with what it means. */
import { useState, type FormEvent } from 'react';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { StoredRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import { stepRecords } from './steps.ts';

const words = awardPapers.decision;
const LONG = 2000;

interface AskProps {
  title: string;
  means: string;
  /** Words are asked for. */
  needsReason: boolean;
  act: string;
  onDo: (reason: string) => Promise<boolean>;
  onClose: () => void;
}

function Ask({ title, means, needsReason, act, onDo, onClose }: AskProps) {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (needsReason && reason.trim() === '') return setFault(awardWords.step.reasonNeeded);
    void onDo(reason.trim()).then(onClose);
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{means}</p>
        {needsReason && (
          <TextArea
            label={words.reason}
            rows={3}
            maxLength={LONG}
            value={reason}
            error={fault === '' ? undefined : fault}
            onChange={setReason}
          />
        )}
        <div className={shared.ways}>
          <Button small kind="main" type="submit">
            {act}
          </Button>
          <Button small onClick={onClose}>
            {awardWords.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const factsOf = ({ value }: StoredRow<'awardDecision'>) => ({
  number: value.number,
  n: value.awards.length,
  money: formatNumber(value.total),
});

/** For the second person; whoever prepared it here is told who that may be. */
export function ApproveWays({ row }: { row: StoredRow<'awardDecision'> }) {
  const workspace = useWorkspace();
  const { put, rows } = useAwards();
  const [asked, setAsked] = useState<'approve' | 'back' | null>(null);
  const { role } = workspace.profile;
  const isWaiting = rows.waiting.has(row.id);
  if (role !== 'officer' && role !== 'chair') return null;
  const isOwn = rows.preparedHere.has(row.id);
  const facts = factsOf(row);
  const write = (done: string, part: { state: 'approved' } | { state: 'withdrawn'; reason: string }) =>
    put(fill(done, facts), () =>
      workspace.putRecord('awardDecision', row.id, { ...row.value, ...part }, row.rev),
    );
  return (
    <>
      {isOwn && <p>{words.preparedHere}</p>}
      {!isWaiting && (
        <div className={shared.ways}>
          {!isOwn && (
            <button type="button" className={controls.mainButton} onClick={() => setAsked('approve')}>
              {words.approve}
            </button>
          )}
          <button type="button" className={controls.button} onClick={() => setAsked('back')}>
            {words.sendBack}
          </button>
        </div>
      )}
      {asked === 'approve' && (
        <Ask
          title={fill(words.approveTitle, facts)}
          means={fill(words.approveMeans, facts)}
          needsReason={false}
          act={words.approve}
          onDo={() => write(words.approved, { state: 'approved' })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'back' && (
        <Ask
          title={fill(words.sendBackTitle, facts)}
          means={words.sendBackHelp}
          needsReason
          act={words.sendBack}
          onDo={(reason) => write(words.sentBack, { state: 'withdrawn', reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** An approved decision cancelled: its awards are revoked first, all for the same reason. */
export function CancelWay({ row }: { row: StoredRow<'awardDecision'> }) {
  const { act, at, byId } = useAwards();
  const [isAsked, setAsked] = useState(false);
  const facts = factsOf(row);
  const cancel = (reason: string): Promise<boolean> => {
    const given = row.value.awards.flatMap(({ awardId }) => byId.get(awardId) ?? []);
    const steps = stepRecords(
      given.map((entry) => ({ id: entry.id, rev: entry.rev, value: entry.award })),
      'revoked',
      { at: at(), reason },
    );
    const value = { ...row.value, state: 'withdrawn' as const, reason };
    return act(fill(words.withdrawLabel, facts), [
      ...steps,
      { entity: 'awardDecision', id: row.id, value, baseRev: row.rev },
    ]);
  };
  return (
    <>
      <button type="button" className={controls.textButton} onClick={() => setAsked(true)}>
        {words.withdraw}
      </button>
      {isAsked && (
        <Ask
          title={fill(words.withdrawTitle, facts)}
          means={fill(words.withdrawMeans, facts)}
          needsReason
          act={words.withdraw}
          onDo={cancel}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
