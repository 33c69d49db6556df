/** The hamlet's households: the list, a household added on the spot, and the ways to slips and reminders. */
import { useState } from 'react';
import { MessageSquare, Plus, Printer } from 'lucide-react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { listWords } from '#client/messages/households.ts';
import { readHouseholds } from '#client/subject/read-hamlet.ts';
import { SLIPS_PATH } from '#client/subject/slips-path.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { HOUSEHOLDS_PATH, REMIND_PATH } from '#client/subject/households-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { AddHousehold } from './add-household.tsx';
import { HouseholdList, type ListFilter } from './household-list.tsx';
import styles from './households.module.css';

export function HouseholdsPage() {
  const workspace = useWorkspace();
  const rows = useLive(() => readHouseholds(workspace), [workspace]);
  const [filter, setFilter] = useState<ListFilter>('all');
  const [adding, setAdding] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const isEmpty = rows !== undefined && rows.entries.length + rows.gone.length === 0;
  const addButton = rows !== undefined && !adding && (
    <Button
      kind={isEmpty ? 'main' : 'plain'}
      icon={<Plus />}
      onClick={() => {
        setSaved(null);
        setAdding(true);
      }}
    >
      {listWords.add}
    </Button>
  );
  return (
    <Page
      head={<Bar title={listWords.title}>{!isEmpty && addButton}</Bar>}
      foot={<SubjectNav current={HOUSEHOLDS_PATH} />}
    >
      {saved !== null && <p role="status">{fill(listWords.saved, { name: saved })}</p>}
      {rows === undefined && <p role="status">{common.loading}</p>}
      {rows && adding && (
        <AddHousehold
          hamletId={rows.hamletId}
          entries={rows.entries}
          onDone={(householder) => {
            setAdding(false);
            setSaved(householder);
          }}
        />
      )}
      {isEmpty && !adding && (
        <EmptyState title={listWords.emptyTitle} action={addButton}>
          <p>{listWords.empty}</p>
        </EmptyState>
      )}
      {rows && !isEmpty && (
        <>
          {!adding && (
            <div className={styles.ways}>
              <LinkButton icon={<Printer />} href={SLIPS_PATH}>
                {listWords.slips}
              </LinkButton>
              <LinkButton icon={<MessageSquare />} href={REMIND_PATH}>
                {listWords.remind}
              </LinkButton>
            </div>
          )}
          <HouseholdList entries={rows.entries} gone={rows.gone} filter={filter} onFilter={setFilter} />
        </>
      )}
    </Page>
  );
}
