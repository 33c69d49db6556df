/** Units, and people with their posts: the same list, aside and dialogs over records with a first and a last day. */
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { clock } from '#client/app/platform.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords as words } from '#client/messages/office-places.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import factSheet from '../facts.module.css';
import sheet from '../sheet.module.css';
import { EndDialog } from './end-dialog.tsx';
import { Frame } from './frame.tsx';
import { PlaceList, type ListColumn, type ListItem } from './place-list.tsx';
import { RecordDialog, type DialogField, type DialogValues } from './record-dialog.tsx';
import { isEnding, shownDay, today } from './read-places.ts';
import styles from './places.module.css';

export interface Dated {
  id: string;
  validFrom: string;
  validTo?: string | undefined;
  endedBecause?: string | undefined;
  formerCommune?: string | undefined;
}

export interface DatedItem<Value extends Dated> extends ListItem {
  value: Value;
  rev: number;
}

interface DatedPageProps<Value extends Dated> {
  label: string;
  head: string;
  addWord: string;
  importHref: string;
  items: readonly DatedItem<Value>[];
  columns: readonly ListColumn<DatedItem<Value>>[];
  fields: readonly DialogField[];
  /** A record as the dialog begins with it. */
  valuesOf: (value: Value) => DialogValues;
  /** Changed from `value`, or new with that id. */
  recordOf: (values: DialogValues, before: Value | null) => Value;
  write: (value: Value, rev: number) => Promise<void>;
  facts: (value: Value) => readonly { name: string; text: ReactNode }[];
  above?: ReactNode;
}

type Open = 'edit' | 'end' | 'add' | null;

export function DatedPage<Value extends Dated>(props: DatedPageProps<Value>) {
  const { label, head, addWord, importHref, items, columns, fields, valuesOf, recordOf, write, facts } =
    props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const [news, setNews] = useState('');
  const day = useMemo(() => today(clock.now()), []);
  const item = items.find(({ id }) => id === chosen);
  const close = () => setOpen(null);
  const put = async (value: Value, rev: number): Promise<void> => {
    await write(value, rev);
    setNews(words.written);
  };
  return (
    <Frame
      actions={
        <>
          <button type="button" className={controls.button} onClick={() => setOpen('add')}>
            {addWord}
          </button>
          <Link className={controls.mainButton} href={importHref}>
            {words.import}
          </Link>
        </>
      }
    >
      {props.above}
      <div className={styles.desk}>
        <PlaceList
          label={label}
          head={head}
          items={items}
          columns={columns}
          chosen={chosen}
          onChoose={setChosen}
          empty={<EmptyState title={words.noneYet}>{words.noneYetText}</EmptyState>}
        />
        <aside className={styles.aside}>
          {item === undefined ? (
            <EmptyState title={words.nobody} />
          ) : (
            <div className={sheet.sheet}>
              <h2>{item.name}</h2>
              <dl className={factSheet.facts}>
                {facts(item.value).map(({ name, text }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
              <div className={styles.actions}>
                {isEnding(item.value) ? (
                  <button
                    type="button"
                    className={controls.button}
                    onClick={() =>
                      void put({ ...item.value, validTo: undefined, endedBecause: undefined }, item.rev)
                    }
                  >
                    {words.restore}
                  </button>
                ) : (
                  <>
                    <button type="button" className={controls.button} onClick={() => setOpen('edit')}>
                      {words.edit}
                    </button>
                    <button type="button" className={controls.button} onClick={() => setOpen('end')}>
                      {words.end}
                    </button>
                  </>
                )}
              </div>
              <p role="status">{news}</p>
              <h3>{words.history}</h3>
              <ul className={styles.history}>
                <li>
                  {fill(words.since, { day: shownDay(item.value.validFrom) })}
                  {item.value.validTo !== undefined &&
                    ` ${fill(words.until, { day: shownDay(item.value.validTo) })}`}
                </li>
                {item.value.formerCommune !== undefined && (
                  <li>{fill(words.former, { commune: item.value.formerCommune })}</li>
                )}
                {item.value.endedBecause !== undefined && (
                  <li>{fill(words.because, { why: item.value.endedBecause })}</li>
                )}
              </ul>
            </div>
          )}
        </aside>
      </div>
      <RecordDialog
        open={open === 'add'}
        title={addWord}
        fields={fields}
        initial={{ validFrom: day }}
        onClose={close}
        onSave={async (values) => {
          const value = recordOf(values, null);
          await put(value, 0);
          setChosen(value.id);
          return null;
        }}
      />
      {item !== undefined && (
        <>
          <RecordDialog
            open={open === 'edit'}
            title={`${words.edit}: ${item.name}`}
            fields={fields}
            initial={valuesOf(item.value)}
            onClose={close}
            onSave={async (values) => {
              await put(recordOf(values, item.value), item.rev);
              return null;
            }}
          />
          <EndDialog
            open={open === 'end'}
            name={item.name}
            today={day}
            validFrom={item.value.validFrom}
            onClose={close}
            onEnd={(validTo, endedBecause) => put({ ...item.value, validTo, endedBecause }, item.rev)}
          />
        </>
      )}
    </Frame>
  );
}
