/** Number, day, issuer, signer, legal bases and recipients of one paper: as of its day, changed here for it alone. */
import { useState } from 'react';
import { signersOn, type PaperHead } from '#domain/papers/head.ts';
import type { DrawnPaper } from '#domain/papers/paper-of.ts';
import { officeDocuments } from '#client/messages/office-documents.ts';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import { DayField } from '../campaign/day-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import styles from './documents.module.css';
import { HEAD_FORM } from './missing-list.tsx';
import type { PaperChange } from './paper-record.ts';
import type { Papers } from './use-papers.ts';

const { head: words } = officeDocuments;
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

interface HeadFormProps {
  papers: Papers;
  drawn: DrawnPaper;
  onSave: (change: PaperChange) => Promise<boolean>;
}

export function HeadForm({ papers, drawn, onSave }: HeadFormProps) {
  const { kind } = drawn.name;
  const [head, setHead] = useState<PaperHead>(drawn.head);
  const [number, setNumber] = useState(drawn.number);
  const [date, setDate] = useState<string | null>(drawn.date);
  const [bases, setBases] = useState(head.legalBases.join('\n'));
  const [recipients, setRecipients] = useState(head.recipients.join('\n'));
  const put = (part: Partial<PaperHead>): void => setHead({ ...head, ...part });
  const isOwnDated = kind === 'report' || kind === 'achievementReport';
  const hasOwnNumber = kind === 'report' || kind === 'minutes';
  const hasSigner = kind === 'report' || kind === 'submissionLetter';
  const hasFoot = kind !== 'awardList' && kind !== 'minutes' && kind !== 'achievementReport';
  const signers = hasSigner ? signersOn(papers.facts, date ?? '') : [];
  const save = async (): Promise<void> => {
    if (date === null) return;
    await onSave({
      number: number.trim(),
      date,
      head: { ...head, legalBases: linesOf(bases), recipients: linesOf(recipients) },
    });
  };
  return (
    <details id={HEAD_FORM} className={styles.headForm}>
      <summary>{words.open}</summary>
      <div className={styles.fields}>
        {hasOwnNumber && (
          <TextField label={words.number} help={words.numberHelp} value={number} onChange={setNumber} />
        )}
        {isOwnDated ? (
          <DayField label={words.date} value={date ?? ''} onChange={setDate} />
        ) : (
          <p className={shared.soft}>{words.fromRecord}</p>
        )}
        {kind === 'report' && (
          <TextField
            label={words.symbol}
            help={words.symbolHelp}
            value={head.symbol}
            onChange={(symbol) => put({ symbol })}
          />
        )}
        {kind !== 'awardList' && (
          <>
            <TextArea
              label={words.parent}
              rows={2}
              value={head.parent}
              onChange={(parent) => put({ parent })}
            />
            <TextArea
              label={words.issuer}
              rows={2}
              value={head.issuer}
              onChange={(issuer) => put({ issuer })}
            />
            <TextField label={words.place} value={head.place} onChange={(place) => put({ place })} />
          </>
        )}
        {kind === 'decision' && <p className={shared.soft}>{words.decisionSigner}</p>}
        {hasSigner && (
          <>
            {signers.length > 1 && (
              <div className={shared.ways} role="group" aria-label={words.signers}>
                {signers.map((signer) => (
                  <button
                    key={`${signer.title} ${signer.name}`}
                    type="button"
                    className={controls.chip}
                    aria-pressed={head.signer.name === signer.name && head.signer.title === signer.title}
                    onClick={() => put({ signer })}
                  >
                    {signer.title} {signer.name}
                  </button>
                ))}
              </div>
            )}
            <TextField
              label={words.onBehalf}
              help={words.onBehalfHelp}
              value={head.signer.onBehalf}
              onChange={(onBehalf) => put({ signer: { ...head.signer, onBehalf } })}
            />
            <TextField
              label={words.signerTitle}
              value={head.signer.title}
              onChange={(title) => put({ signer: { ...head.signer, title } })}
            />
            <TextField
              label={words.signerName}
              value={head.signer.name}
              onChange={(name) => put({ signer: { ...head.signer, name } })}
            />
          </>
        )}
        {hasFoot && kind !== 'report' && (
          <TextArea label={words.legalBases} rows={6} value={bases} onChange={setBases} />
        )}
        {hasFoot && (
          <TextArea label={words.recipients} rows={6} value={recipients} onChange={setRecipients} />
        )}
      </div>
      {date === null && <p role="alert">{words.badDate}</p>}
      <button type="button" className={controls.button} onClick={() => void save()}>
        {words.save}
      </button>
    </details>
  );
}
