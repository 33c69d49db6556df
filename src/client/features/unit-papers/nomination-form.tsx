/** One page of "Tóm tắt thành tích" being written. */
import { useState, type ReactNode } from 'react';
import type { Nomination } from '#protocol/subject-records.ts';
import { useKeptWords } from '#client/form/kept-words.ts';
import { WarnId } from '#client/form/warn-id.tsx';
import { nominationWords, paperWords } from '#client/messages/unit.ts';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import styles from './papers.module.css';

const names = ['personName', 'position', 'contribution', 'result', 'evidence'] as const;
type Name = (typeof names)[number];
export type NominationFields = Record<Name, string>;

const LINE_MAX = 200;
const TEXT_MAX = 2000;
const needed: readonly Name[] = ['personName', 'position', 'contribution', 'result'];
const blank: NominationFields = { personName: '', position: '', contribution: '', result: '', evidence: '' };
const fieldsOf = ({ personName, position, contribution, result, evidence }: Nomination) => ({
  personName,
  position,
  contribution,
  result,
  evidence,
});
const trimmed = (words: NominationFields): NominationFields => ({
  personName: words.personName.trim(),
  position: words.position.trim(),
  contribution: words.contribution.trim(),
  result: words.result.trim(),
  evidence: words.evidence.trim(),
});

interface NominationFormProps {
  head: ReactNode;
  keptAs: string;
  before: Nomination | undefined;
  hasFailed: boolean;
  /** Resolves false when it did not get to disk. */
  save: (fields: NominationFields) => Promise<boolean>;
  onSaved: () => void;
  onCancel: () => void;
}

export function NominationForm(props: NominationFormProps) {
  const { head, keptAs, before, hasFailed, save, onSaved, onCancel } = props;
  const kept = useKeptWords<NominationFields>(keptAs, before === undefined ? blank : fieldsOf(before));
  /** Once *Lưu* was pressed what is missing is said. */
  const [isTried, setTried] = useState(false);
  if (kept === null) return <Page head={head}>{null}</Page>;
  const { words, change, forget } = kept;
  const isMissing = (name: Name): boolean => needed.includes(name) && words[name].trim() === '';
  const bind = (name: Name, maxLength: number) => ({
    label: nominationWords[name],
    value: words[name],
    maxLength,
    error: isTried && isMissing(name) ? nominationWords.needed : undefined,
    onChange: (text: string) => change({ [name]: text }),
  });
  async function press(): Promise<void> {
    setTried(true);
    if (names.some(isMissing)) return;
    if (!(await save(trimmed(words)))) return;
    forget();
    onSaved();
  }
  return (
    <Page
      head={head}
      foot={
        <Dock>
          <Button
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            <WarnId />
            {paperWords.cancel}
          </Button>
          <Button kind="main" onClick={() => void press()}>
            {paperWords.save}
          </Button>
        </Dock>
      }
    >
      <Sheet>
        <div className={styles.form}>
          <TextField autoComplete="off" {...bind('personName', LINE_MAX)} />
          <TextField autoComplete="off" {...bind('position', LINE_MAX)} />
          <TextArea rows={5} help={nominationWords.contributionHelp} {...bind('contribution', TEXT_MAX)} />
          <TextArea rows={4} help={nominationWords.resultHelp} {...bind('result', TEXT_MAX)} />
          <TextArea rows={3} help={nominationWords.evidenceHelp} {...bind('evidence', TEXT_MAX)} />
          {hasFailed && <FieldError text={paperWords.failed} />}
        </div>
      </Sheet>
    </Page>
  );
}
