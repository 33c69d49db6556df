/** A draft decision on a letter: number, day, signer, and the amounts the rules give on that day. */
import { useState, type FormEvent } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { baseSalaryOn, bonusOf, totalOf } from '#domain/awards/bonus.ts';
import { noonOf } from '#domain/day.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import { DecisionList } from './decision-list.tsx';
import { Frame } from './frame.tsx';
import { DECISIONS_PATH, LETTERS_PATH } from './paths.ts';

const words = awardPapers.decision;
type Typed = Record<'number' | 'date' | 'onBehalf' | 'signerTitle' | 'signerName' | 'fund', string>;
const FIELDS = ['number', 'date', 'onBehalf', 'signerTitle', 'signerName', 'fund'] as const;

export function DecisionForm() {
  const workspace = useWorkspace();
  const { rows, byId, campaign, rules, today, put } = useAwards();
  const [, navigate] = useLocation();
  const letterId = new URLSearchParams(useSearch()).get('to-trinh') ?? '';
  const letter = rows.letters.find(({ id }) => id === letterId);
  const [typed, setTyped] = useState<Typed>({
    number: '',
    date: today,
    onBehalf: campaign.signer.onBehalf,
    signerTitle: campaign.signer.title,
    signerName: campaign.signer.name,
    fund: rules.fund,
  });
  const [isAsked, setAsked] = useState(false);
  const isDay = !Number.isNaN(noonOf(typed.date));
  const base = isDay ? baseSalaryOn(rules, typed.date) : null;
  const awards = (letter?.value.awards ?? []).flatMap((awardId) => {
    const entry = byId.get(awardId);
    const amount = entry && isDay ? bonusOf(entry.award.recipient.kind, rules, typed.date) : null;
    return entry?.state === 'proposed' && amount !== null ? [{ awardId, amount }] : [];
  });
  const total = totalOf({ awards });
  const n = awards.length;
  const fault = (field: keyof Typed): string | undefined => {
    if (field === 'date') return isDay ? undefined : awardForms.badDay;
    return typed[field].trim() === '' ? awardForms.needed : undefined;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (FIELDS.some((field) => fault(field) !== undefined) || base === null || n === 0) return;
    const id = workspace.newId();
    const number = typed.number.trim();
    const value = {
      id,
      campaignId: campaign.id,
      letterId,
      state: 'prepared' as const,
      number,
      date: typed.date,
      signer: {
        title: typed.signerTitle.trim(),
        onBehalf: typed.onBehalf.trim(),
        name: typed.signerName.trim(),
      },
      baseSalary: base.amount,
      fund: typed.fund.trim(),
      awards,
      total,
    };
    void put(fill(words.saved, { number }), () => workspace.putRecord('awardDecision', id, value, 0)).then(
      (isKept) => isKept && navigate(DECISIONS_PATH),
    );
  };
  if (letter === undefined)
    return (
      <Frame title={words.prepareTitle}>
        <EmptyState
          title={words.noneText}
          action={
            <Link className={controls.mainButton} href={LETTERS_PATH}>
              {words.toLetters}
            </Link>
          }
        />
      </Frame>
    );
  return (
    <Frame title={words.prepareTitle} explain={words.explain}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.fields}>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              label={words[field]}
              help={field === 'number' ? words.numberHelp : undefined}
              type={field === 'date' ? 'date' : 'text'}
              maxLength={400}
              autoComplete="off"
              value={typed[field]}
              error={isAsked ? fault(field) : undefined}
              onChange={(text) => setTyped({ ...typed, [field]: text })}
            />
          ))}
        </div>
        <p role={base === null ? 'alert' : undefined}>
          {base === null
            ? words.noBase
            : fill(words.base, {
                date: dayWords(typed.date),
                money: formatNumber(base.amount),
                source: base.source,
              })}
        </p>
        <DecisionList decision={{ awards, total }} />
        {isAsked && n === 0 && <p role="alert">{awardForms.nobody}</p>}
        <Button small kind="main" type="submit" className={styles.act}>
          {fill(words.save, { n })}
        </Button>
      </form>
    </Frame>
  );
}
