/** Two entries of one family become one: a person says which stays, and is told what becomes of the other's form. */
import { useDeferredValue, useState } from 'react';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';
import { clock } from '#client/app/platform.ts';
import { fill } from '#client/messages/fill.ts';
import { cardWords, listWords } from '#client/messages/households.ts';
import { unbrokenCode, type HouseholdEntry } from '#client/subject/household-entries.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { CardScreen } from './card-screen.tsx';
import styles from './households.module.css';
import { cardPath } from './paths.ts';
import { stateOf } from './state-words.ts';
import { useChange } from './use-change.ts';

/** Offered before anything is typed, and shown of what is found. */
const OFFERED = 8;

/** Those of the same name first; then whoever answers to what is typed. */
function offered(entry: HouseholdEntry, others: readonly HouseholdEntry[], query: string): HouseholdEntry[] {
  const name = searchKey(entry.household.householder);
  const found = others.filter(({ key }) => matches(key, query));
  const isTwin = ({ household }: HouseholdEntry): boolean => searchKey(household.householder) === name;
  return [...found.filter(isTwin), ...found.filter((each) => !isTwin(each))].slice(0, OFFERED);
}

interface PickProps {
  entry: HouseholdEntry;
  others: readonly HouseholdEntry[];
  onPick: (other: HouseholdEntry) => void;
}

function Pick({ entry, others, onPick }: PickProps) {
  const [typed, setTyped] = useState('');
  const found = offered(entry, others, useDeferredValue(typed));
  return (
    <>
      <h2>{fill(cardWords.mergeAsk, { name: entry.household.householder })}</h2>
      <TextField
        label={listWords.search}
        help={listWords.searchHelp}
        type="search"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
      {found.length === 0 && (
        <p role="status">{others.length === 0 ? cardWords.mergeOnly : cardWords.mergeNone}</p>
      )}
      <ul className={styles.list}>
        {found.map((other) => (
          <li key={other.household.id} className={styles.row}>
            <button type="button" className={styles.pick} onClick={() => onPick(other)}>
              <span className={styles.who}>
                <b>{other.household.householder}</b>
                {other.household.code !== undefined && (
                  <span className="code soft">{other.household.code}</span>
                )}
              </span>
              <span className={styles.state}>{stateOf(other)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const keepLabel = (entry: HouseholdEntry): string => {
  const { householder: name, code } = entry.household;
  const state = stateOf(entry);
  return code === undefined
    ? fill(cardWords.keepNoCode, { name, state })
    : fill(cardWords.keep, { name, code: unbrokenCode(code), state });
};

interface ChooseProps {
  pair: readonly [HouseholdEntry, HouseholdEntry];
  onOther: () => void;
}

function Choose({ pair, onOther }: ChooseProps) {
  const [keptId, setKeptId] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const kept = pair.find(({ household }) => household.id === keptId);
  const goes = kept && pair.find(({ household }) => household.id !== keptId);
  const [first] = pair;
  const { failed, write } = useChange(cardPath(goes?.household.id ?? first.household.id));
  const merge = (): void => {
    setAsked(true);
    if (!kept || !goes) return;
    const ended = { ...goes.household, mergedInto: kept.household.id, endedAt: clock.now() };
    void write(ended, goes.rev);
  };
  return (
    <>
      <Sheet>
        <h2 id="giu-ho-nao">{cardWords.keepAsk}</h2>
        <ChoiceGroup
          small
          labelledBy="giu-ho-nao"
          options={pair.map((each) => ({ value: each.household.id, label: keepLabel(each) }))}
          value={keptId}
          onChange={setKeptId}
        />
      </Sheet>
      {goes && (
        <Notice tone="wait" title={fill(cardWords.mergeGoes, { name: goes.household.householder })}>
          <p>
            {goes.state === 'none'
              ? cardWords.mergeNoForm
              : fill(cardWords.mergeForm, { state: stateOf(goes) })}
          </p>
        </Notice>
      )}
      {asked && !goes && <Notice tone="hand">{cardWords.mergeNeeded}</Notice>}
      {failed !== null && <Notice tone="hand">{failed}</Notice>}
      <div className={styles.form}>
        <Button kind="main" wide onClick={merge}>
          {cardWords.mergeDo}
        </Button>
        <Button wide onClick={onOther}>
          {cardWords.mergeOther}
        </Button>
        <LinkButton wide href={cardPath(first.household.id)}>
          {cardWords.back}
        </LinkButton>
      </div>
    </>
  );
}

function Merge({ entry, others }: { entry: HouseholdEntry; others: readonly HouseholdEntry[] }) {
  const [otherId, setOtherId] = useState<string | null>(null);
  const other = others.find(({ household }) => household.id === otherId);
  return other ? (
    <Choose pair={[entry, other]} onOther={() => setOtherId(null)} />
  ) : (
    <Pick entry={entry} others={others} onPick={({ household }) => setOtherId(household.id)} />
  );
}

export function MergeHousehold({ id }: { id: string }) {
  return (
    <CardScreen id={id} title={cardWords.mergeTitle} back={cardPath(id)}>
      {({ entry, entries }) =>
        entry ? (
          <Merge entry={entry} others={entries} />
        ) : (
          <EmptyState
            title={cardWords.goneNote}
            action={<LinkButton href={cardPath(id)}>{cardWords.back}</LinkButton>}
          />
        )
      }
    </CardScreen>
  );
}
