/** Everything a campaign says of itself; saved by one tap, as the records they are. */
import { useState } from 'react';
import type { Campaign, Deadline } from '#protocol/entities.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { StoredRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { campaignWords as words } from '#client/messages/office-campaign.ts';
import { Notice } from '#client/ui/notice.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import styles from '../criteria/criteria.module.css';
import own from './campaign.module.css';
import { DayField } from './day-field.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import { Section } from './section.tsx';

interface CampaignFormProps {
  row: StoredRow<'campaign'>;
  deadlines: readonly StoredRow<'deadline'>[];
  /** What was written here on an older basis; the commune kept somebody else's. */
  refused: Campaign | undefined;
}

const { fields } = words;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function CampaignForm(props: CampaignFormProps) {
  const { refused } = props;
  const workspace = useWorkspace();
  /** What the words on the screen were begun on; another's edit does not move it under unsaved words. */
  const [{ row, deadlines }, setBase] = useState({ row: props.row, deadlines: props.deadlines });
  const [campaign, setCampaign] = useState<Campaign>(row.value);
  const [dated, setDated] = useState<readonly Deadline[]>(deadlines.map(({ value }) => value));
  /** Fields in which no day stands. */
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<'idle' | 'saved' | 'failed' | 'mend'>('idle');
  const put = (part: Partial<Campaign>): void => {
    setState('idle');
    setCampaign({ ...campaign, ...part });
  };
  const putDeadline = (id: string, part: Partial<Deadline>): void => {
    setState('idle');
    setDated(dated.map((each) => (each.id === id ? { ...each, ...part } : each)));
  };
  const day =
    (name: string, take: (day: string) => void) =>
    (value: string | null): void => {
      const next = new Set(bad);
      if (value === null) next.add(name);
      else next.delete(name);
      setBad(next);
      if (value !== null) take(value);
    };
  const without = (field: 'planDate' | 'planNumber' | 'beginsOn'): void => {
    const { [field]: _, ...rest } = campaign;
    setState('idle');
    setCampaign(rest);
  };
  const changed = dated.filter((value) => !isSame(value, deadlines.find(({ id }) => id === value.id)?.value));
  const isChanged = !isSame(campaign, row.value) || changed.length > 0;
  const isNewer = !isSame(props.row, row) || !isSame(props.deadlines, deadlines);
  if (isNewer && !isChanged && bad.size === 0) {
    setBase({ row: props.row, deadlines: props.deadlines });
    setCampaign(props.row.value);
    setDated(props.deadlines.map(({ value }) => value));
  }
  const isWhole =
    bad.size === 0 && campaign.title.trim() !== '' && dated.every(({ phrase }) => phrase.trim() !== '');
  const save = async (): Promise<void> => {
    if (!isWhole) return setState('mend');
    try {
      if (!isSame(campaign, row.value)) await workspace.putRecord('campaign', row.id, campaign, row.rev);
      for (const value of changed) {
        const rev = deadlines.find(({ id }) => id === value.id)?.rev ?? 0;
        await workspace.putRecord('deadline', value.id, value, rev);
      }
      setBase({
        row: { ...row, value: campaign },
        deadlines: deadlines.map((each) => ({
          ...each,
          value: dated.find(({ id }) => id === each.id) ?? each.value,
        })),
      });
      setState('saved');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {refused !== undefined && !isSame(refused, campaign) && (
        <Notice
          tone="hand"
          title={words.refused}
          actions={
            <button type="button" className={controls.button} onClick={() => setCampaign(refused)}>
              {words.takeOwn}
            </button>
          }
        />
      )}
      <Section title={words.sections.paper}>
        <TextArea
          label={fields.title}
          value={campaign.title}
          error={campaign.title.trim() === '' ? words.needed : undefined}
          onChange={(title) => put({ title })}
        />
        <div className={own.fields}>
          <TextField
            label={fields.shortTitle}
            value={campaign.shortTitle}
            onChange={(shortTitle) => put({ shortTitle })}
          />
          <TextField label={fields.theme} value={campaign.theme} onChange={(theme) => put({ theme })} />
        </div>
        <div className={own.fields}>
          <TextField
            label={fields.planNumber}
            help={fields.planNumberHelp}
            value={campaign.planNumber ?? ''}
            onChange={(planNumber) => (planNumber === '' ? without('planNumber') : put({ planNumber }))}
          />
          <DayField
            label={fields.planDate}
            value={campaign.planDate ?? ''}
            onChange={day('planDate', (planDate) =>
              planDate === '' ? without('planDate') : put({ planDate }),
            )}
          />
          <DayField
            label={fields.beginsOn}
            value={campaign.beginsOn ?? ''}
            onChange={day('beginsOn', (beginsOn) =>
              beginsOn === '' ? without('beginsOn') : put({ beginsOn }),
            )}
          />
          <DayField
            label={fields.eraseAfter}
            value={campaign.eraseAfter}
            onChange={day('eraseAfter', (eraseAfter) => eraseAfter !== '' && put({ eraseAfter }))}
          />
        </div>
      </Section>
      <Section title={words.sections.deadlines}>
        <DeadlineFields dated={dated} put={putDeadline} day={day} />
      </Section>
      <Section title={words.sections.bases}>
        {campaign.legalBases.map((base, at) => (
          // The order of the bases is the order of the paper: they have no id.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={styles.row}>
            <div>
              <TextField
                label={fill(fields.base, { n: at + 1 })}
                value={base.text}
                onChange={(text) =>
                  put({
                    legalBases: campaign.legalBases.map((each, index) =>
                      index === at ? { ...each, text } : each,
                    ),
                  })
                }
              />
              {base.warning !== undefined && (
                <p className={styles.note}>
                  <b>{fields.warning}:</b> {base.warning}
                </p>
              )}
            </div>
            <span />
            <button
              type="button"
              className={controls.button}
              aria-label={fill(words.removeBase, { n: at + 1 })}
              onClick={() => put({ legalBases: campaign.legalBases.filter((_, index) => index !== at) })}
            >
              {words.remove}
            </button>
          </div>
        ))}
        <button
          type="button"
          className={controls.textButton}
          onClick={() => put({ legalBases: [...campaign.legalBases, { text: '' }] })}
        >
          {words.addBase}
        </button>
      </Section>
      <Section title={words.sections.signer}>
        <div className={own.fields}>
          <TextField
            label={fields.onBehalf}
            value={campaign.signer.onBehalf}
            onChange={(onBehalf) => put({ signer: { ...campaign.signer, onBehalf } })}
          />
          <TextField
            label={fields.signerTitle}
            value={campaign.signer.title}
            onChange={(title) => put({ signer: { ...campaign.signer, title } })}
          />
          <TextField
            label={fields.signerName}
            value={campaign.signer.name}
            onChange={(name) => put({ signer: { ...campaign.signer, name } })}
          />
        </div>
      </Section>
      <Section title={words.sections.recipients}>
        <TextArea
          label={fields.recipients}
          rows={7}
          value={campaign.recipients.join('\n')}
          onChange={(text) => put({ recipients: text.split('\n') })}
        />
      </Section>
      <p role="status">
        {state === 'saved'
          ? words.saved
          : state === 'failed'
            ? words.failed
            : state === 'mend'
              ? words.mend
              : isChanged
                ? ''
                : words.unchanged}
      </p>
      <button
        type="button"
        className={controls.mainButton}
        aria-disabled={!isChanged}
        onClick={() => isChanged && void save()}
      >
        {fill(words.save, { year: campaign.year })}
      </button>
    </>
  );
}
