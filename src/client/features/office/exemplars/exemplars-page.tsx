/** All good examples of the campaign in a list, the chosen one beside it. */
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { exemplarSchema, type Exemplar } from '#protocol/paper-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { ExemplarAside } from './exemplar-aside.tsx';
import { ExemplarForm } from './exemplar-form.tsx';
import styles from './exemplars.module.css';
import { exemplarSum, type Voices } from './read-exemplars.ts';
import { StateMark } from './state-mark.tsx';
import { exemplarFacts } from './voice-facts.ts';
import { canWriteIn, type VoiceProps } from './voice-props.ts';
import { VoiceTabs } from './voice-tabs.tsx';

export function ExemplarsPage({ seam, voices }: VoiceProps) {
  const workspace = useWorkspace();
  const campaignId = seam.desk.campaign?.id;
  const canWrite = canWriteIn(workspace.profile.role) && campaignId !== undefined;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [news, setNews] = useState('');
  const row = voices.exemplars.find(({ id }) => id === chosen);
  const { hamlets, units } = seam.desk;
  const nameOf = (id: string): string => [...hamlets, ...units].find((each) => each.id === id)?.name ?? '';
  const add = async (values: Omit<Exemplar, 'id' | 'campaignId'>): Promise<void> => {
    const id = workspace.newId();
    await workspace.putRecord('exemplar', id, { id, campaignId: campaignId ?? '', ...values }, 0);
    setChosen(id);
    setNews(words.saved);
  };
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          <button type="button" className={controls.chip} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
          {canWrite && (
            <button
              type="button"
              // One filled button a screen: with an example open, its next step is that.
              className={row === undefined ? controls.mainButton : controls.button}
              onClick={() => setAdding(true)}
            >
              {words.add}
            </button>
          )}
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        <VoiceTabs />
        <p role="status">{news}</p>
        <StaleOf
          entity="exemplar"
          schema={exemplarSchema}
          isShown={(value) => value.campaignId === campaignId}
          titleOf={({ title }) => title}
          factsOf={(value) => exemplarFacts(value, voices, nameOf)}
        />
        {voices.exemplars.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <>
            <p className={styles.sum}>
              {fill(words.sum, { ...exemplarSum(voices.exemplars.map(({ value }) => value)) })}
            </p>
            <div className={shared.desk}>
              <List voices={voices} chosen={chosen} onChoose={setChosen} />
              <aside className={shared.aside}>
                {row === undefined ? (
                  <EmptyState title={words.nobody} />
                ) : (
                  <ExemplarAside key={row.id} row={row} seam={seam} voices={voices} canWrite={canWrite} />
                )}
              </aside>
            </div>
          </>
        )}
        <ExemplarForm
          open={isAdding}
          before={null}
          seam={seam}
          voices={voices}
          onSave={add}
          onClose={() => setAdding(false)}
        />
      </main>
    </>
  );
}

interface ListProps {
  voices: Voices;
  chosen: string | null;
  onChoose: (id: string) => void;
}

const List = ({ voices, chosen, onChoose }: ListProps) => (
  <div className={sheet.tablewrap}>
    <table className={shared.table} aria-label={words.tabs.exemplars}>
      <thead>
        <tr>
          <th scope="col">{words.columns.title}</th>
          <th scope="col">{words.columns.who}</th>
          <th scope="col">{words.columns.state}</th>
          <th scope="col" className={sheet.right}>
            {words.columns.replications}
          </th>
        </tr>
      </thead>
      <tbody>
        {voices.exemplars.map(({ id, value }) => (
          <tr key={id} data-chosen={id === chosen || undefined}>
            <th scope="row" className={shared.roomy}>
              <button
                type="button"
                className={shared.rowButton}
                aria-pressed={id === chosen}
                onClick={() => onChoose(id)}
              >
                {value.title}
              </button>
              <span className={sheet.why}>{words.kinds[value.kind]}</span>
            </th>
            <td data-head={words.columns.who}>{value.who}</td>
            <td className={shared.nowrap}>
              <StateMark state={value.state} />
            </td>
            <td className={sheet.right} data-head={words.columns.replications}>
              {value.replications.length > 0 && fill(words.places, { n: value.replications.length })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
