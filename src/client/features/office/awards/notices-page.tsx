/** Lists hung out for objections. */
import { Link } from 'wouter';
import { isNoticeOver } from '#domain/awards/notice.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import { Frame } from './frame.tsx';
import { noticePath, NOTICES_PATH } from './paths.ts';

const words = awardForms.notice;

export function NoticesPage() {
  const { rows, canWrite, today } = useAwards();
  const make = canWrite && (
    <Link className={controls.mainButton} href={`${NOTICES_PATH}/moi`}>
      {words.make}
    </Link>
  );
  return (
    <Frame title={words.title} explain={words.explain} ways={rows.notices.length > 0 && make}>
      {rows.notices.length === 0 ? (
        <EmptyState title={words.none} action={make}>
          {words.noneText}
        </EmptyState>
      ) : (
        <ul className={styles.papers}>
          {rows.notices.map(({ id, value }) => {
            const open = value.objections.filter(({ outcome }) => outcome === 'open').length;
            return (
              <li key={id} className={sheets.sheet}>
                <Link href={noticePath(id)}>
                  <b>
                    {fill(words.line, {
                      from: dayWords(value.from),
                      until: dayWords(value.until),
                      n: value.awards.length,
                    })}
                  </b>
                </Link>
                <span>
                  {isNoticeOver(value, today) ? words.over : words.running}
                  {open > 0 && `, ${fill(words.open, { n: open })}`}
                </span>
                <span className={sheets.note}>{value.places}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Frame>
  );
}
