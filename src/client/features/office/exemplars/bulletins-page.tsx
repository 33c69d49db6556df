/** The bulletins of the campaign, and what was broadcast of them in sum. */
import { Printer } from 'lucide-react';
import { Link } from 'wouter';
import { bulletinSchema } from '#protocol/paper-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { broadcastSum } from '#domain/exemplars/broadcasts.ts';
import { readingSeconds } from '#domain/exemplars/reading.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { bulletinWords as words } from '#client/messages/office-bulletin.ts';
import { exemplarWords } from '#client/messages/office-exemplars.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import styles from './exemplars.module.css';
import { lengthWords } from './length-words.ts';
import { bulletinPath } from './paths.ts';
import { bulletinFacts } from './voice-facts.ts';
import { canWriteIn, type VoiceProps } from './voice-props.ts';
import { VoiceTabs } from './voice-tabs.tsx';

export function BulletinsPage({ seam, voices }: VoiceProps) {
  const workspace = useWorkspace();
  const canWrite = canWriteIn(workspace.profile.role) && seam.desk.campaign !== undefined;
  const sum = broadcastSum(voices.bulletins.map(({ value }) => value));
  const titleOfExemplar = (key: string): string =>
    voices.exemplars.find((each) => each.id === key)?.value.title ?? '';
  return (
    <>
      <header className={frame.head}>
        <h1>{exemplarWords.title}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          <button type="button" className={controls.chip} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {exemplarWords.print}
          </button>
          {canWrite && (
            <Link className={controls.mainButton} href={bulletinPath('moi')}>
              {words.add}
            </Link>
          )}
        </div>
        <Explain text={exemplarWords.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <VoiceTabs />
        <StaleOf
          entity="bulletin"
          schema={bulletinSchema}
          isShown={(value) => value.campaignId === seam.desk.campaign?.id}
          titleOf={({ title }) => title}
          factsOf={(value) => bulletinFacts(value, titleOfExemplar)}
        />
        {voices.bulletins.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <>
            <p className={styles.sum}>
              {sum.times === 0
                ? words.sumNone
                : fill(words.sum, {
                    times: formatNumber(sum.times),
                    minutes: formatNumber(sum.minutes),
                    bulletins: formatNumber(sum.bulletins),
                  })}
            </p>
            {sum.channels.length > 1 && (
              <ul className={styles.lines}>
                {sum.channels.map((each) => (
                  <li key={each.channel}>{fill(words.channelLine, { ...each })}</li>
                ))}
              </ul>
            )}
            <div className={sheet.tablewrap}>
              <table className={shared.table} aria-label={exemplarWords.tabs.bulletins}>
                <thead>
                  <tr>
                    <th scope="col">{words.columns.title}</th>
                    <th scope="col">{words.columns.length}</th>
                    <th scope="col">{words.columns.said}</th>
                  </tr>
                </thead>
                <tbody>
                  {voices.bulletins.map(({ id, value }) => {
                    const own = broadcastSum([value]);
                    return (
                      <tr key={id}>
                        <th scope="row" className={shared.roomy}>
                          <Link href={bulletinPath(id)}>{value.title}</Link>
                        </th>
                        <td data-head={words.columns.length}>{lengthWords(readingSeconds(value.script))}</td>
                        <td data-head={words.columns.said}>
                          {own.times === 0
                            ? words.notYet
                            : fill(words.times, { n: own.times, minutes: formatNumber(own.minutes) })}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          </>
        )}
      </main>
    </>
  );
}
