/** Before a word is typed for a family: read aloud, asked how it agreed, asked for each purpose. Nothing is chosen first. */
import { consent as consentWords, consentTexts } from '#client/messages/consent.ts';
import { proxyWords } from '#client/messages/households.ts';
import type { DraftRow } from '#client/db/model.ts';
import { Button } from '#client/ui/button.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { fillFacts, type CommuneFacts } from '#client/form/commune-facts.ts';
import { modeOf, proxyModes, purposes, type Purpose } from './proxy-draft.ts';
import styles from './households.module.css';

interface ConsentStepProps {
  draft: DraftRow;
  facts: CommuneFacts;
  now: () => number;
  onChange: (part: Partial<DraftRow>) => void;
  /** Null once it was sent: what the commune has is withdrawn there, not deleted here. */
  onDelete: (() => void) | null;
}

const NAME_MAX = 200;
const modeOptions = proxyModes.map((value) => ({ value, label: proxyWords.modes[value] }));
const choiceOptions = [
  { value: 'yes', label: consentWords.agree },
  { value: 'no', label: consentWords.decline },
] as const;

function PurposeChoice({
  purpose,
  draft,
  facts,
  now,
  onChange,
}: Omit<ConsentStepProps, 'onDelete'> & { purpose: Purpose }) {
  const words = consentTexts[purpose];
  const choice = draft.consent[purpose];
  const id = `muc-dich-${purpose}`;
  return (
    <Sheet>
      <h3 id={id}>{words.title}</h3>
      <p>{fillFacts(words.text, facts)}</p>
      {words.details.length > 0 && (
        <details>
          <summary>{consentWords.details}</summary>
          <ul className={styles.form}>
            {words.details.map((line) => (
              <li key={line}>{fillFacts(line, facts)}</li>
            ))}
          </ul>
        </details>
      )}
      <ChoiceGroup
        small
        labelledBy={id}
        options={choiceOptions}
        value={choice === undefined ? null : choice.agreed ? 'yes' : 'no'}
        onChange={(value) =>
          onChange({
            consent: {
              ...draft.consent,
              [purpose]: { agreed: value === 'yes', textVersion: words.version, at: now() },
            },
          })
        }
      />
      {choice?.agreed === false && <p role="status">{fillFacts(words.ifDecline, facts)}</p>}
    </Sheet>
  );
}

export function ConsentStep(props: ConsentStepProps) {
  const { draft, facts, onChange, onDelete } = props;
  return (
    <>
      <Notice tone="word" title={proxyWords.scriptTitle}>
        <p>{fillFacts(proxyWords.script, facts)}</p>
      </Notice>
      <Sheet>
        <h2 id="cach-dong-y">{proxyWords.modeTitle}</h2>
        <ChoiceGroup
          small
          labelledBy="cach-dong-y"
          options={modeOptions}
          value={modeOf(draft)}
          onChange={(consentMode) => onChange({ consentMode })}
        />
        <TextField
          label={proxyWords.witness}
          value={draft.witness}
          onChange={(witness) => onChange({ witness })}
          maxLength={NAME_MAX}
          autoComplete="off"
        />
        <TextField
          label={proxyWords.enteredBy}
          help={proxyWords.enteredByHelp}
          value={draft.signedOffBy}
          onChange={(signedOffBy) => onChange({ signedOffBy })}
          maxLength={NAME_MAX}
          autoComplete="name"
        />
      </Sheet>
      <h2>{proxyWords.choicesTitle}</h2>
      {purposes.map((purpose) => (
        <PurposeChoice key={purpose} {...props} purpose={purpose} />
      ))}
      {draft.consent.process?.agreed === false && (
        <Notice
          tone="wait"
          actions={onDelete !== null && <Button onClick={onDelete}>{proxyWords.deleteDraft}</Button>}
        >
          {proxyWords.processDeclined}
        </Notice>
      )}
    </>
  );
}
