/** Đề nghị cấp trên: the list to be sent up, and what the authorities above answered. */
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { upwardWords as words } from '#client/messages/office-awards-upward.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import { takeTable } from '../report/take-table.ts';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { AboveDialog } from './above-dialog.tsx';
import { useAwards } from './award-desk.tsx';
import { aboveWords, glyphOf, groundWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { Frame } from './frame.tsx';
import { AWARDS_PATH } from './paths.ts';
import { upwardOf, upwardTable } from './upward-list.ts';

const { heads } = awardWords.list;

function Ways({ entries }: { entries: readonly AwardEntry[] }) {
  const { campaign, say } = useAwards();
  const take = async (): Promise<void> => {
    const name = fill(words.fileTitle, { year: campaign.year });
    if ((await takeTable(upwardTable(entries, campaign.year), name, 'xlsx')) === null)
      say({ words: awardWords.exportFailed });
  };
  const icon = { className: frame.icon, 'aria-hidden': true, strokeWidth: 2.25 } as const;
  return (
    <>
      <button type="button" className={controls.mainButton} onClick={() => void take()}>
        <Download {...icon} />
        {awardWords.exportXlsx}
      </button>
      <button type="button" className={controls.button} onClick={() => window.print()}>
        <Printer {...icon} />
        {awardWords.print}
      </button>
    </>
  );
}

function Row({ entry, onWrite }: { entry: AwardEntry; onWrite: () => void }) {
  const { canWrite } = useAwards();
  const { award, state, name, isWaiting } = entry;
  const has = award.above !== undefined;
  return (
    <tr>
      <th scope="row">
        <Link href={`${AWARDS_PATH}?xem=${entry.id}`}>{name}</Link>
        {award.recipient.position !== '' && <span className={sheets.why}>{award.recipient.position}</span>}
      </th>
      <td data-head={heads.achievement}>
        {award.achievement}
        <span className={sheets.why}>{groundWords(award)}</span>
      </td>
      <td data-head={words.here}>
        <span className={sheets.state}>
          <Glyph state={glyphOf(state)} />
          <span>{awardWords.states[state]}</span>
        </span>
      </td>
      <td data-head={words.result}>
        <span className={sheets.state}>
          <Glyph state={has ? 'final' : 'queued'} />
          <span>{award.above === undefined ? words.noResult : aboveWords(award.above)}</span>
        </span>
        {isWaiting && <span className={styles.mark}>{awardWords.list.waiting}</span>}
        {canWrite && !isWaiting && (
          <button
            type="button"
            className={`${controls.button} ${styles.screenOnly}`}
            aria-label={fill(has ? words.changeFor : words.writeFor, { name })}
            onClick={onWrite}
          >
            {has ? words.change : words.write}
          </button>
        )}
      </td>
    </tr>
  );
}

export function UpwardPage() {
  const { entries, byId } = useAwards();
  const [askedId, ask] = useState('');
  const listed = upwardOf(entries);
  const asked = byId.get(askedId);
  const done = listed.filter(({ award }) => award.above !== undefined).length;
  return (
    <Frame title={words.title} explain={words.explain} ways={listed.length > 0 && <Ways entries={listed} />}>
      {listed.length === 0 ? (
        <EmptyState
          title={words.none}
          action={
            <Link className={controls.mainButton} href={AWARDS_PATH}>
              {words.toList}
            </Link>
          }
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <>
          <p role="status">{fill(words.count, { n: listed.length, done })}</p>
          <div className={sheets.tablewrap}>
            <table className={shared.table} aria-label={words.tableName}>
              <thead>
                <tr>
                  <th scope="col">{heads.who}</th>
                  <th scope="col">{heads.achievement}</th>
                  <th scope="col">{words.here}</th>
                  <th scope="col">{words.result}</th>
                </tr>
              </thead>
              <tbody>
                {listed.map((entry) => (
                  <Row key={entry.id} entry={entry} onWrite={() => ask(entry.id)} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {asked && <AboveDialog entry={asked} onClose={() => ask('')} />}
    </Frame>
  );
}
