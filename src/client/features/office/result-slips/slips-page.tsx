/** Phiếu kết quả: choose whose, look at one, print many. */
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { resultSlipWords as words } from '#client/messages/office-result-slips.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import certificates from '../certificates/certificates.module.css';
import { PrintJob } from '../certificates/print-job.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import { usePatient } from '../patiently.ts';
import { LIST_PATH } from '../paths.ts';
import { readRanking, type RankingRows } from '../ranking/read-ranking.ts';
import shared from '../shared.module.css';
import { useDesk, type DeskSeam } from '../today/office-desk.tsx';
import styles from './result-slips.module.css';
import { SlipChoices } from './slip-choices.tsx';
import { SlipList } from './slip-list.tsx';
import { SlipPaper, type Issuer } from './slip-paper.tsx';
import { useSlipChoice, useSlips } from './use-slips.ts';

const TABLES = ['rows', 'outbox'] as const;
const ROWS = ['rows'] as const;
/** Millimetres. */
const papers = { A4: { width: 210, height: 297, margin: 15 }, A5: { width: 148, height: 210, margin: 10 } };

export function SlipsPage() {
  const workspace = useWorkspace();
  const seam = useDesk();
  const rows = usePatient(() => readRanking(workspace), [workspace], TABLES);
  if (seam === undefined || rows === undefined)
    return (
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <h1>{words.title}</h1>
        <p role="status">{words.loading}</p>
      </main>
    );
  return <Desk seam={seam} rows={rows} />;
}

function Desk({ seam, rows }: { seam: DeskSeam; rows: RankingRows }) {
  const workspace = useWorkspace();
  const { desk } = seam;
  const [choice, choose] = useSlipChoice(desk.hamlets[0]?.id ?? '');
  const { slips, waiting } = useSlips(seam, rows, choice);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [looked, setLooked] = useState<string | null>(null);
  const commune = useLive(async () => (await workspace.rows('commune'))[0]?.value, [workspace], ROWS);
  const issuer = useMemo(
    (): Issuer => ({
      commune: commune?.name ?? '',
      standingOffice: commune?.standingOffice ?? '',
      phone: commune?.phone ?? '',
      campaign: desk.campaign?.title ?? '',
    }),
    [commune, desk.campaign],
  );
  const wanted = slips.filter(({ subjectId }) => !skipped.has(subjectId));
  const shown = slips.find(({ subjectId }) => subjectId === looked) ?? wanted[0];
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        {wanted.length > 0 && (
          <div className={frame.headRight}>
            <button type="button" className={controls.mainButton} onClick={() => window.print()}>
              <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
              {fill(words.print, { n: wanted.length })}
            </button>
          </div>
        )}
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <SlipChoices choice={choice} choose={choose} hamlets={desk.hamlets} />
        {waiting > 0 && <p className={shared.soft}>{fill(words.waiting, { n: waiting })}</p>}
        {slips.length === 0 ? (
          <EmptyState
            title={words.emptyTitle}
            action={
              <Link className={controls.mainButton} href={LIST_PATH}>
                {words.toReview}
              </Link>
            }
          >
            {words.empty}
          </EmptyState>
        ) : (
          <div className={certificates.split}>
            <SlipList
              slips={slips}
              skipped={skipped}
              onSkip={setSkipped}
              looked={shown?.subjectId ?? null}
              onLook={setLooked}
            />
            <section
              className={certificates.side}
              aria-label={fill(words.preview, { name: shown?.name ?? '' })}
            >
              {shown && (
                // A long slip goes up and down by itself; keys reach it too.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                <div className={styles.frame} tabIndex={0}>
                  <SlipPaper slip={shown} issuer={issuer} />
                </div>
              )}
            </section>
          </div>
        )}
      </main>
      {wanted.length > 0 && (
        <PrintJob paper={papers[choice.size]}>
          <div className={choice.size === 'A5' ? styles.small : undefined}>
            {wanted.map((slip) => (
              <section key={slip.subjectId} className={styles.sheet}>
                <SlipPaper slip={slip} issuer={issuer} />
              </section>
            ))}
          </div>
        </PrintJob>
      )}
    </>
  );
}
