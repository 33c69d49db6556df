/** One household's page: who it is, how its form stands, and everything a head does for it beside typing. */
import { Phone } from 'lucide-react';
import { fill } from '#client/messages/fill.ts';
import { cardWords, listWords } from '#client/messages/households.ts';
import { backInList } from '#client/subject/household-gone.ts';
import { slipsPathOf } from '#client/subject/slips-path.ts';
import { HOUSEHOLDS_PATH } from '#client/subject/households-path.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { CardScreen } from './card-screen.tsx';
import styles from './households.module.css';
import { editPath, mergePath, movePath, proxyPath, remindFamilyPath } from './paths.ts';
import type { CardRows } from './read-card.ts';
import { leavingWords, stateOf } from './state-words.ts';
import { useChange } from './use-change.ts';

function Who({ rows: { household, entry, gone, isPending } }: { rows: CardRows }) {
  return (
    <Sheet>
      <p className={styles.name}>{household.householder}</p>
      <p>
        {household.code === undefined ? cardWords.noCode : fill(cardWords.code, { code: household.code })}
      </p>
      <p>
        {household.phone === undefined
          ? cardWords.noPhone
          : fill(cardWords.phone, { phone: household.phone })}
      </p>
      {entry && <p className={styles.answer}>{stateOf(entry)}</p>}
      {entry?.isObjected && <p className="tone-indigo">{listWords.objected}</p>}
      {entry?.isRestricted && <p className="tone-indigo">{listWords.restricted}</p>}
      {gone && <p className={styles.answer}>{fill(...leavingWords(gone.leaving))}</p>}
      {isPending && <p role="status">{cardWords.pending}</p>}
    </Sheet>
  );
}

function Gone({ rows: { household, rev } }: { rows: CardRows }) {
  const { failed, write } = useChange();
  return (
    <>
      <Notice tone="plain">{cardWords.goneNote}</Notice>
      {failed !== null && <Notice tone="hand">{failed}</Notice>}
      <Button kind="main" wide onClick={() => void write(backInList(household), rev)}>
        {cardWords.restore}
      </Button>
    </>
  );
}

function Ways({ rows: { household, entry } }: { rows: CardRows }) {
  const { id, phone } = household;
  return (
    <div className={styles.form}>
      {phone !== undefined && (
        <LinkButton wide icon={<Phone />} href={`tel:${phone}`}>
          {fill(cardWords.call, { phone })}
        </LinkButton>
      )}
      {entry?.state !== 'sent' && (
        <LinkButton wide href={remindFamilyPath(id)}>
          {cardWords.remind}
        </LinkButton>
      )}
      <LinkButton wide href={slipsPathOf(id)}>
        {cardWords.slip}
      </LinkButton>
      <LinkButton wide href={editPath(id)}>
        {cardWords.edit}
      </LinkButton>
      <LinkButton wide href={movePath(id)}>
        {cardWords.move}
      </LinkButton>
      <LinkButton wide href={mergePath(id)}>
        {cardWords.merge}
      </LinkButton>
    </div>
  );
}

const titleOf = ({ household }: CardRows): string => fill(cardWords.title, { name: household.householder });

export function HouseholdCard({ id }: { id: string }) {
  return (
    <CardScreen
      id={id}
      title={titleOf}
      back={HOUSEHOLDS_PATH}
      foot={({ entry }) =>
        entry && (
          <Dock>
            <LinkButton kind="main" href={proxyPath(id)}>
              {cardWords.proxy}
            </LinkButton>
          </Dock>
        )
      }
    >
      {(rows) => (
        <>
          <Who rows={rows} />
          {rows.gone ? <Gone rows={rows} /> : <Ways rows={rows} />}
        </>
      )}
    </CardScreen>
  );
}
