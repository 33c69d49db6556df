/** What was found under each criterion; one that was left out was not looked at. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { Inspection } from '#protocol/office-records.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import styles from './trust.module.css';

const words = trustWords.visits;
const NOTE_MAX = 2000;
const results = ['confirmed', 'differs', 'notSeen'] as const;

export type Finding = Inspection['findings'][number];
export type Findings = ReadonlyMap<string, Finding>;

interface FindingsFieldProps {
  set: CriteriaSet;
  findings: Findings;
  onChange: (findings: Findings) => void;
}

export function FindingsField({ set, findings, onChange }: FindingsFieldProps) {
  const change = (criterionId: string, finding: Finding | null): void => {
    const next = new Map(findings);
    if (finding === null) next.delete(criterionId);
    else next.set(criterionId, finding);
    onChange(next);
  };
  return (
    <fieldset className={styles.findings}>
      <legend>{words.findings}</legend>
      <p className={shared.soft}>{words.findingsHelp}</p>
      {criteriaOf(set).map(({ id, code, text }) => {
        const finding = findings.get(id);
        return (
          <div key={id} className={styles.finding}>
            <label htmlFor={`muc-${id}`}>
              <b>{code}</b> {text}
            </label>
            <select
              id={`muc-${id}`}
              className={controls.select}
              value={finding?.result ?? ''}
              onChange={({ target }) => {
                const result = results.find((each) => each === target.value);
                change(id, result ? { criterionId: id, result, note: finding?.note ?? '' } : null);
              }}
            >
              <option value="">{words.notChecked}</option>
              {results.map((result) => (
                <option key={result} value={result}>
                  {words.results[result]}
                </option>
              ))}
            </select>
            {finding && (
              <TextField
                label={fill(words.findingNote, { code })}
                maxLength={NOTE_MAX}
                value={finding.note}
                onChange={(note) => change(id, { ...finding, note })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
