/** Which hamlets have not sent, on one A4 for the wall of the culture house: hamlets' names and counts, no family's. */
import { ArrowLeft, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeToday } from '#client/messages/office-today.ts';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import { TODAY_PATH } from '../paths.ts';
import sheets from '../sheet.module.css';
import { when } from '../when.ts';
import type { DeskSeam } from './office-desk.tsx';
import styles from './today.module.css';
import { unsentOf } from './desk.ts';
import type { Commune } from '#protocol/entities.ts';

const { notice: words } = officeToday;

export function NoticePage({
  seam: { desk, now },
  commune,
}: {
  seam: DeskSeam;
  commune: Commune | undefined;
}) {
  const [, navigate] = useLocation();
  const keys = useMemo(
    () => [{ keys: ['Escape'], does: words.back, act: () => navigate(TODAY_PATH) }],
    [navigate],
  );
  useScreenKeys(keys);
  const unsent = unsentOf(desk.hamlets);
  const phone = commune?.phone ?? '';
  return (
    <>
      <header className={frame.head}>
        <Link className={controls.button} href={TODAY_PATH}>
          <ArrowLeft className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {words.back}
        </Link>
        <h1 className={styles.screenOnly}>{words.screen}</h1>
        <div className={frame.headRight}>
          <button type="button" className={controls.mainButton} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <article className={`${sheets.sheet} ${styles.notice}`}>
          <h2>{words.title}</h2>
          <h2>{fill(words.subtitle, { year: desk.campaign?.year ?? '' })}</h2>
          {unsent.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              <p>
                {fill(words.lead, {
                  when: when(now),
                  commune: commune?.name ?? '',
                  n: unsent.length,
                  phrase: desk.deadlines.get('hamlet')?.phrase ?? '',
                })}
              </p>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words.columns.index}</th>
                    <th scope="col">{words.columns.name}</th>
                    <th scope="col">{words.columns.families}</th>
                  </tr>
                </thead>
                <tbody>
                  {unsent.map(({ id, name }, at) => {
                    const { sent = 0, total = 0 } = desk.families.get(id) ?? {};
                    return (
                      <tr key={id}>
                        <td>{at + 1}</td>
                        <th scope="row">{name}</th>
                        <td>
                          {fill(officeToday.unsent.families, {
                            sent: formatNumber(sent),
                            total: formatNumber(total),
                          })}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
              <p>{phone === '' ? words.askNoPhone : fill(words.ask, { phone })}</p>
            </>
          )}
        </article>
      </main>
    </>
  );
}
