/** The first campaign's checklist, until it is done or put away. */
import { Link } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useSettings } from '#client/app/settings-context.tsx';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import { ISSUE_PATH } from '../devices/paths.ts';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import { checklistOf, type Step } from './checklist.ts';
import type { DeskSeam } from './office-desk.tsx';
import styles from './today.module.css';

const { checklist: words } = officeHelp;
const META = ['meta'] as const;

/** Where each step is done; a step whose screen is not of this app has none. */
const hrefs: Partial<Record<Step, string>> = {
  criteria: '/bo-tieu-chi',
  hamlets: '/xom-don-vi',
  units: '/xom-don-vi/don-vi',
  slips: '/xom-don-vi/phieu-moi',
  heads: ISSUE_PATH,
  deadlines: '/dot-thi-dua',
  firstReview: '/ra-soat',
  ranked: '/xep-hang',
};

export function Checklist({ seam: { desk } }: { seam: DeskSeam }) {
  const workspace = useWorkspace();
  const { settings, change } = useSettings();
  const isKept = useLive(async () => (await workspace.syncState()).safeAt !== null, [workspace], META);
  const { campaign } = desk;
  const hidden = settings.hiddenChecklists ?? [];
  if (campaign === undefined || isKept === undefined || hidden.includes(campaign.id)) return null;
  const standings = checklistOf({ desk, isKept });
  const done = standings.filter((each) => each.done).length;
  if (done === standings.length) return null;
  return (
    <section className={sheets.sheet} aria-labelledby="dot-dau">
      <h2 id="dot-dau">{fill(words.title, { n: done, of: standings.length })}</h2>
      <ul className={styles.checklist}>
        {standings.map(({ step, done: isDone, part }) => {
          const href = hrefs[step];
          const text = words.steps[step] + (part ? fill(words.part, { ...part }) : '');
          return (
            <li key={step}>
              <Glyph state={isDone ? 'received' : 'draft'} />
              <span>
                {!isDone && href !== undefined ? <Link href={href}>{text}</Link> : text}
                <span className={frame.hidden}>, {isDone ? words.done : words.notYet}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={controls.textButton}
        onClick={() => change({ hiddenChecklists: [...hidden, campaign.id] })}
      >
        {words.hide}
      </button>
    </section>
  );
}
