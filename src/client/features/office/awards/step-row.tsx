/** The path as a row of steps, each with how many stand there; and the one thing to do next. */
import { Link } from 'wouter';
import { quotaLeft } from '#domain/awards/quota.ts';
import { recipientKinds } from '#domain/awards/workflow.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords as words } from '#client/messages/office-awards.ts';
import { cx } from '#client/ui/cx.ts';
import controls from '../controls.module.css';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import { standing, totalAmount } from './entries.ts';
import { shownStepOf, shownSteps, type ShownStep } from './filter.ts';
import { nextThing } from './next-thing.ts';
import { AWARDS_PATH, awardsAtPath } from './paths.ts';

export function StepRow({ chosen }: { chosen: ShownStep | 'ended' | null }) {
  const { entries } = useAwards();
  const at = new Map<ShownStep, number>();
  for (const { state } of entries) {
    const step = shownStepOf(state);
    if (step !== null) at.set(step, (at.get(step) ?? 0) + 1);
  }
  return (
    <nav aria-label={words.stepperName}>
      <ol className={styles.stepper}>
        {shownSteps.map((step) => {
          const n = at.get(step) ?? 0;
          return (
            <li key={step}>
              <Link
                href={chosen === step ? AWARDS_PATH : awardsAtPath(step)}
                aria-current={chosen === step ? 'step' : undefined}
                className={cx(n === 0 && styles.nobody)}
              >
                <b aria-hidden="true">{n}</b>
                <span>{words.steps[step]}</span>
                <span className="spoken-only">, {fill(words.stepCount, { n })}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

export function NextCard() {
  const desk = useAwards();
  const next = nextThing(desk);
  if (!desk.canWrite) return null;
  return (
    <section className={styles.next} aria-label={words.next.title}>
      <div>
        <h2>{words.next.title}</h2>
        <p>{next === null ? words.next.done : next.why}</p>
      </div>
      {next && (
        <Link className={controls.mainButton} href={next.path}>
          {next.words}
        </Link>
      )}
    </section>
  );
}

/** "Tập thể: 3 trên 5 · Hộ gia đình: 20, không giới hạn"; and what it comes to in money. */
export function QuotaLine() {
  const { entries, rules } = useAwards();
  const left = quotaLeft(
    entries.map(({ award }) => award),
    rules,
  );
  const money = totalAmount(standing(entries));
  const { quota: said } = words;
  return (
    <p className={styles.quota} role="group" aria-label={said.name}>
      {recipientKinds.map((kind) => {
        const { used, quota, left: rest = 0 } = left[kind];
        const line = { kind: words.kinds[kind], used, all: quota ?? 0 };
        return (
          <span key={kind}>
            {fill(quota === undefined ? said.free : said.line, line)}
            {quota !== undefined && rest < 0 && <b>, {fill(said.over, { n: -rest })}</b>}
          </span>
        );
      })}
      <b>{money === null ? said.noBase : fill(said.money, { money: formatNumber(money) })}</b>
    </p>
  );
}
