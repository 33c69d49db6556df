/** What somebody typed for the family: that it is there, since when and what of it counts; never its answers. */
import { freezes, type Objection } from '#protocol/family-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { familyData } from '#client/messages/family-data.ts';
import { fill } from '#client/messages/fill.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { HOME } from './ask-page.tsx';
import { AskedItem, atWords } from './asked-item.tsx';
import { takeBackObjection } from './commands.ts';
import type { Asked } from './read-asked.ts';
import { ownFormStands, typedForms, type FamilyData } from './read-family-data.ts';
import styles from './family-data.module.css';

const { typed: words, objection: objectionWords } = familyData;

type Typed = ReturnType<typeof typedForms>[number];

function standingWords(data: FamilyData, { current }: Typed, said: readonly Asked<Objection>[]): string {
  const standing = said.filter(({ value, refused }) => refused === null && freezes(value));
  if (standing.some(({ value }) => value.state === 'upheld')) return words.upheld;
  if (standing.length > 0) return words.frozen;
  if (data.assessment?.value.state === 'withdrawn') return words.withdrawn;
  if (!current) return words.replaced;
  return ownFormStands(data) ? words.own : words.counts;
}

function TypedForm({ data, typed }: { data: FamilyData; typed: Typed }) {
  const workspace = useWorkspace();
  const said = data.objections.filter(({ value }) => value.submission === typed.id);
  const isFrozen = said.some(({ value, refused }) => refused === null && freezes(value));
  return (
    <li className={styles.item}>
      <p className={styles.state}>
        <Glyph state="received" />
        <span>{fill(words.at, { luc: atWords(typed.receivedAt) })}</span>
      </p>
      <p>{standingWords(data, typed, said)}</p>
      {said.length > 0 && (
        <ul className={styles.list}>
          {said.map((asked) => (
            <AskedItem
              key={asked.value.id}
              name={objectionWords.item}
              asked={asked}
              state={objectionWords.states[asked.value.state]}
              takeBack={objectionWords.takeBack}
              onTakeBack={() => takeBackObjection(workspace, asked)}
            />
          ))}
        </ul>
      )}
      {!isFrozen && data.owner !== null && (
        <LinkButton small href={`${HOME}/phan-doi/${typed.id}`}>
          {words.object}
        </LinkButton>
      )}
    </li>
  );
}

export function TypedSheet({ data }: { data: FamilyData }) {
  const typed = typedForms(data);
  return (
    <Sheet title={words.title}>
      {typed.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {[...typed].reverse().map((each) => (
              <TypedForm key={each.id} data={data} typed={each} />
            ))}
          </ul>
          <p className="soft">{words.hidden}</p>
        </>
      )}
    </Sheet>
  );
}
