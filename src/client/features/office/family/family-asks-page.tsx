/** Every objection and request in one place, also of families that sent no form; the soonest due at the head. */
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { officeFamily as words } from '#client/messages/office-family.ts';
import { useNow } from '#client/subject/use-now.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import frame from '../office.module.css';
import sheets from '../sheet.module.css';
import { AskCard } from './ask-card.tsx';
import { isOpen, readFamilyAsks, type FamilyAsk } from './read-family-asks.ts';
import styles from './family.module.css';

function Part({ title, asks, now }: { title: string; asks: readonly FamilyAsk[]; now: number }) {
  if (asks.length === 0) return null;
  return (
    <section className={sheets.sheet}>
      <h2>{fill(title, { n: asks.length })}</h2>
      <ul className={styles.cards}>
        {asks.map((ask) => (
          <AskCard key={ask.value.id} ask={ask} now={now} showsWho />
        ))}
      </ul>
    </section>
  );
}

export function FamilyAsksPage() {
  const workspace = useWorkspace();
  const now = useNow();
  const asks = useLive(() => readFamilyAsks(workspace), [workspace]);
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
      </header>
      <main className={frame.body} id="noi-dung">
        {asks === undefined && <p role="status">{office.loading}</p>}
        {asks?.length === 0 && <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>}
        <Part title={words.open} asks={asks?.filter(isOpen) ?? []} now={now} />
        <Part title={words.answered} asks={asks?.filter((ask) => !isOpen(ask)) ?? []} now={now} />
      </main>
    </>
  );
}
