/** One decision's certificates: choices at the top, names at the left, the sheet at the right. */
import { Printer } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import { fill } from '#client/messages/fill.ts';
import { certificateMissing, certificateWords as words } from '#client/messages/office-certificates.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { AWARDS_PATH } from '../awards/paths.ts';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { CertificatePicture } from './certificate-picture.tsx';
import styles from './certificates.module.css';
import { FileWays } from './file-ways.tsx';
import { MarkPrinted } from './mark-printed.tsx';
import { BLANKS_PATH } from './paths.ts';
import { PaperChoices } from './paper-choices.tsx';
import { planOf, type Certificate, type Wish } from './plan.ts';
import { PrintedSheet, PrintJob } from './print-job.tsx';
import type { CertificateRows, Decided } from './read-certificates.ts';
import { Recipients } from './recipients.tsx';
import { RulerPicture } from './ruler-picture.tsx';
import { StaleBlanks } from './stale-blanks.tsx';
import { browserWidth } from './text-width.ts';
import type { Chosen, Choice } from './use-wish.ts';

interface PrintDeskProps {
  rows: CertificateRows;
  decided: Decided;
  chosen: Chosen;
  choose: (name: Choice, value: string | null) => void;
  /** Address of a picture the commune chose for this printing. */
  emblem: string | null;
  onEmblem: (url: string) => void;
}

const wishOf = ({ blanks }: CertificateRows, chosen: Chosen, emblemUrl: string | null): Wish | null => {
  const { isOverlay, size, hasEmblem } = chosen;
  if (!isOverlay) return { mode: 'page', size, hasEmblem, emblemUrl };
  const row = blanks.find(({ id }) => id === chosen.blank) ?? blanks[0];
  return row === undefined ? null : { mode: 'overlay', blank: row.value };
};

const missingWords = (certificates: readonly Certificate[]): string[] =>
  certificates
    .filter(({ missing }) => missing.length > 0)
    .map(({ recipient, missing }) =>
      fill(words.missingOf, {
        name: recipient.award.value.recipient.name,
        what: missing.map((each) => certificateMissing[each]).join(', '),
      }),
    );

export function PrintDesk({ rows, decided, chosen, choose, emblem, onEmblem }: PrintDeskProps) {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [looked, setLooked] = useState<string | null>(null);
  const [job, setJob] = useState<'certificates' | 'ruler'>('certificates');
  const widthOf = useRef(browserWidth());
  const wish = useMemo(() => wishOf(rows, chosen, emblem), [rows, chosen, emblem]);
  const plan = useMemo(
    () =>
      wish &&
      planOf(
        wish,
        decided.recipients.filter(({ isGiven }) => isGiven),
        widthOf.current,
      ),
    [wish, decided],
  );
  const all = plan?.certificates ?? [];
  const wanted = all.filter(({ recipient }) => !skipped.has(recipient.award.id));
  const missing = missingWords(wanted);
  const shown = all.find(({ recipient }) => recipient.award.id === looked) ?? wanted[0];
  const print = (what: typeof job): void => {
    flushSync(() => setJob(what));
    window.print();
  };
  const canPrint = plan !== null && wanted.length > 0 && missing.length === 0;
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          {wish?.mode === 'overlay' && (
            <button type="button" className={controls.chip} onClick={() => print('ruler')}>
              {words.ruler}
            </button>
          )}
          {canPrint && (
            <button type="button" className={controls.mainButton} onClick={() => print('certificates')}>
              <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
              {fill(words.print, { n: wanted.length })}
            </button>
          )}
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <StaleBlanks />
        <PaperChoices {...{ rows, decided, chosen, choose, onEmblem }} />
        {missing.length > 0 && (
          <Notice
            tone="hand"
            title={words.missingTitle}
            actions={
              <Link className={controls.button} href={AWARDS_PATH}>
                {words.toAwards}
              </Link>
            }
          >
            <ul>
              {missing.slice(0, 8).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        )}
        {plan === null ? (
          <EmptyState
            title={words.noBlankTitle}
            action={
              <Link className={controls.mainButton} href={BLANKS_PATH}>
                {words.makeBlank}
              </Link>
            }
          >
            {words.noBlank}
          </EmptyState>
        ) : (
          <div className={styles.split}>
            <Recipients
              recipients={decided.recipients}
              certificates={all}
              skipped={skipped}
              onSkip={setSkipped}
              looked={shown?.recipient.award.id ?? null}
              onLook={setLooked}
            />
            <section className={styles.side}>
              {shown === undefined ? (
                <p>{words.pictureNone}</p>
              ) : (
                <div className={styles.paper}>
                  <CertificatePicture
                    page={plan.page}
                    lines={shown.lines}
                    label={fill(words.picture, { name: shown.recipient.award.value.recipient.name })}
                  />
                </div>
              )}
              <p className={shared.soft}>{words.printHelp}</p>
              <MarkPrinted recipients={wanted.map(({ recipient }) => recipient)} />
              <FileWays decided={decided} wanted={wanted} size={chosen.size} />
            </section>
          </div>
        )}
      </main>
      {plan !== null && (
        <PrintJob paper={{ width: plan.page.width / 10, height: plan.page.height / 10, margin: 0 }}>
          {job === 'ruler' && wish?.mode === 'overlay' ? (
            <PrintedSheet width={plan.page.width / 10} height={plan.page.height / 10}>
              <RulerPicture blank={wish.blank} />
            </PrintedSheet>
          ) : (
            wanted.map(({ recipient, lines }) => (
              <PrintedSheet
                key={recipient.award.id}
                width={plan.page.width / 10}
                height={plan.page.height / 10}
              >
                <CertificatePicture page={plan.page} lines={lines} isOnPaper />
              </PrintedSheet>
            ))
          )}
        </PrintJob>
      )}
    </>
  );
}
