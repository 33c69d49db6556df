/** A list from a file, in four steps; nothing is written before the last tap of the third. */
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { noChoices } from '#domain/import/plan.ts';
import { clock } from '#client/app/platform.ts';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { importWords as words } from '#client/messages/office-import.ts';
import { Frame } from '../frame.tsx';
import { today, usePlaces } from '../read-places.ts';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './import.module.css';
import { PreviewStep, type PreviewStepProps } from './preview-step.tsx';
import { draftOf, importKindOf, type Draft } from './steps.ts';

type Step =
  | { at: 'file' }
  | { at: 'columns' }
  | { at: 'preview' }
  | { at: 'done'; batchId: string; records: number };
const numbers = { file: 1, columns: 2, preview: 3, done: 4 } as const;

/** What the commune has, read only while it is compared with: not while the batch goes up. */
function Compared(props: Omit<PreviewStepProps, 'places'>) {
  const places = usePlaces();
  return places ? <PreviewStep {...props} places={places} /> : <p role="status">{common.loading}</p>;
}

export function ImportPage() {
  const [search, setSearch] = useSearchParams();
  const kind = importKindOf(search.get('loai'));
  const [step, setStep] = useState<Step>({ at: 'file' });
  const [draft, setDraft] = useState<Draft | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // Whoever works by keyboard goes on from the new step's name.
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [step.at]);
  const again = (): void => {
    setDraft(null);
    setStep({ at: 'file' });
  };
  const at = numbers[step.at];
  return (
    <Frame title={words.title} explain={words.explain}>
      <h2 ref={heading} tabIndex={-1} className={styles.step}>
        {fill(words.step, { n: at, of: words.steps.length, name: words.steps[at - 1] ?? '' })}
      </h2>
      {step.at === 'file' && (
        <FileStep
          kind={kind}
          onKind={(next) => setSearch({ loai: next }, { replace: true })}
          onRead={(fileName, file) => {
            setDraft(draftOf(fileName, file, kind, today(clock.now())));
            setStep({ at: 'columns' });
          }}
        />
      )}
      {draft && step.at === 'columns' && (
        <ColumnsStep
          draft={draft}
          onChange={setDraft}
          onBack={again}
          onNext={() => {
            setDraft({ ...draft, choices: noChoices });
            setStep({ at: 'preview' });
          }}
        />
      )}
      {draft && step.at === 'preview' && (
        <Compared
          draft={draft}
          onChange={setDraft}
          onBack={() => setStep({ at: 'columns' })}
          onDone={(batchId, records) => setStep({ at: 'done', batchId, records })}
        />
      )}
      {draft && step.at === 'done' && (
        <DoneStep kind={draft.kind} batchId={step.batchId} records={step.records} onAgain={again} />
      )}
    </Frame>
  );
}
