/** A household leaves the hamlet: for another one of the commune, which the office writes it to, or for elsewhere. */
import { useState } from 'react';
import { clock } from '#client/app/platform.ts';
import { fill } from '#client/messages/fill.ts';
import { cardWords } from '#client/messages/households.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { CardScreen } from './card-screen.tsx';
import styles from './households.module.css';
import { cardPath } from './paths.ts';
import type { CardRows } from './read-card.ts';
import { useChange } from './use-change.ts';

type Where = 'away' | 'hamlet';
const options = [
  { value: 'hamlet', label: cardWords.moveHamlet },
  { value: 'away', label: cardWords.moveAway },
] as const satisfies readonly { value: Where; label: string }[];

function Move({ rows: { household, rev, hamlets } }: { rows: CardRows }) {
  const back = cardPath(household.id);
  const { failed, write } = useChange(back);
  const [where, setWhere] = useState<Where | null>(null);
  const [hamletId, setHamletId] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const isChosen = where === 'away' || (where === 'hamlet' && hamletId !== null);
  const named = [...hamlets].sort((a, b) => a.value.order - b.value.order);
  const leave = (): void => {
    setAsked(true);
    if (!isChosen) return;
    const to = where === 'hamlet' && hamletId !== null ? { movedTo: hamletId } : {};
    void write({ ...household, ...to, endedAt: clock.now() }, rev);
  };
  return (
    <>
      <Sheet>
        <h2 id="chuyen-dau">{fill(cardWords.moveAsk, { name: household.householder })}</h2>
        <ChoiceGroup small labelledBy="chuyen-dau" options={options} value={where} onChange={setWhere} />
      </Sheet>
      {where === 'hamlet' && (
        <SelectField
          label={cardWords.hamlet}
          none={cardWords.chooseHamlet}
          options={named.map(({ id, value }) => ({ value: id, label: value.name }))}
          value={hamletId}
          onChange={setHamletId}
        />
      )}
      <p>
        {cardWords.moveNote} {where === 'hamlet' && cardWords.moveToNote}
      </p>
      {asked && !isChosen && <Notice tone="hand">{cardWords.moveNeeded}</Notice>}
      {failed !== null && <Notice tone="hand">{failed}</Notice>}
      <div className={styles.form}>
        <Button kind="main" wide onClick={leave}>
          {cardWords.moveDo}
        </Button>
        <LinkButton wide href={back}>
          {cardWords.back}
        </LinkButton>
      </div>
    </>
  );
}

export function MoveHousehold({ id }: { id: string }) {
  return (
    <CardScreen id={id} title={cardWords.moveTitle} back={cardPath(id)}>
      {(rows) => <Move rows={rows} />}
    </CardScreen>
  );
}
