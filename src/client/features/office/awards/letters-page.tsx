/** Letters to the chairman, and a new one. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { noonOf } from '#domain/day.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords, groundWords } from './award-words.ts';
import styles from './awards.module.css';
import { DueLine } from './due-line.tsx';
import type { AwardEntry } from './entries.ts';
import { Frame } from './frame.tsx';
import { decisionPath, LETTERS_PATH, papersOfPath, prepareDecisionPath } from './paths.ts';
import { PickForm } from './pick-form.tsx';
import { canGo, stepRecords } from './steps.ts';

const words = awardPapers.letter;
const ISSUER = 'HĐTĐKT';

export function LettersPage({ id = '' }: { id?: string | undefined }) {
  const { rows, canWrite, entries } = useAwards();
  if (id === 'moi') return <NewLetter />;
  const isReady = entries.some(({ award, isWaiting }) => !isWaiting && canGo(award, 'proposed'));
  const make = canWrite && isReady && (
    <Link className={controls.mainButton} href={`${LETTERS_PATH}/moi`}>
      {words.make}
    </Link>
  );
  return (
    <Frame title={words.title} explain={words.explain} ways={rows.letters.length > 0 && make}>
      {rows.letters.length === 0 ? (
        <EmptyState title={words.none} action={make}>
          {words.noneText}
        </EmptyState>
      ) : (
        <ul className={styles.papers}>
          {rows.letters.map(({ id: letterId, value }) => {
            const decision = rows.decisions.find(
              (each) => each.value.letterId === letterId && each.value.state !== 'withdrawn',
            );
            return (
              <li key={letterId} className={sheets.sheet}>
                <b>
                  {fill(words.line, {
                    number: value.number,
                    issuer: value.issuer,
                    date: dayWords(value.date),
                    n: value.awards.length,
                  })}
                </b>
                <DueLine letter={value} />
                <span className={shared.ways}>
                  <Link href={papersOfPath(letterId)}>{words.paper}</Link>
                  {decision ? (
                    <Link href={decisionPath(decision.id)}>{words.toDecision}</Link>
                  ) : (
                    canWrite && (
                      <Link className={controls.button} href={prepareDecisionPath(letterId)}>
                        {words.decide}
                      </Link>
                    )
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Frame>
  );
}

function NewLetter() {
  const workspace = useWorkspace();
  const { entries, act, at, campaign, today } = useAwards();
  const [, navigate] = useLocation();
  const waiting = entries.filter(({ award, isWaiting }) => !isWaiting && canGo(award, 'proposed'));
  const [typed, setTyped] = useState({ number: '', date: today, issuer: ISSUER });
  const faults = {
    number: typed.number.trim() === '' ? awardForms.needed : undefined,
    date: Number.isNaN(noonOf(typed.date)) ? awardForms.badDay : undefined,
    issuer: typed.issuer.trim() === '' ? awardForms.needed : undefined,
  };
  const save = (picked: readonly AwardEntry[]): void => {
    const id = workspace.newId();
    const freezes = new Set(
      picked.flatMap(({ award: { ground } }) => (ground.kind === 'ranking' ? [ground.freezeId] : [])),
    );
    const value = {
      id,
      campaignId: campaign.id,
      number: typed.number.trim(),
      date: typed.date,
      issuer: typed.issuer.trim(),
      awards: picked.map((entry) => entry.id),
      freezes: [...freezes],
    };
    const steps = stepRecords(
      picked.map((entry) => ({ id: entry.id, rev: entry.rev, value: entry.award })),
      'proposed',
      { at: at(), partOf: () => ({ letterId: id }) },
    );
    const label = fill(words.label, { number: value.number, n: picked.length });
    void act(label, [{ entity: 'submissionLetter', id, value, baseRev: 0 }, ...steps]).then(
      (isKept) => isKept && navigate(LETTERS_PATH),
    );
  };
  return (
    <PickForm
      words={words}
      waiting={waiting}
      columns={[
        { head: awardForms.heads.ground, cell: ({ award }) => groundWords(award) },
        { head: awardForms.heads.achievement, cell: ({ award }) => award.achievement },
      ]}
      isWhole={Object.values(faults).every((fault) => fault === undefined)}
      onSave={save}
      fields={(isAsked) => (
        <>
          <TextField
            label={words.number}
            help={words.numberHelp}
            maxLength={40}
            autoComplete="off"
            value={typed.number}
            error={isAsked ? faults.number : undefined}
            onChange={(number) => setTyped({ ...typed, number })}
          />
          <TextField
            label={words.date}
            type="date"
            value={typed.date}
            error={isAsked ? faults.date : undefined}
            onChange={(date) => setTyped({ ...typed, date })}
          />
          <TextField
            label={words.issuer}
            help={words.issuerHelp}
            maxLength={100}
            value={typed.issuer}
            error={isAsked ? faults.issuer : undefined}
            onChange={(issuer) => setTyped({ ...typed, issuer })}
          />
        </>
      )}
    />
  );
}
