/** One list hung out: made, printed for the culture house, and what people said of it. */
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { isNoticeOver, noticeUntil } from '#domain/awards/notice.ts';
import { noonOf } from '#domain/day.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { Frame } from './frame.tsx';
import { NoticeSheet } from './notice-sheet.tsx';
import { Objections } from './objections.tsx';
import { AWARDS_PATH } from './paths.ts';
import { PickForm } from './pick-form.tsx';
import { canGo, stepRecords } from './steps.ts';

const words = awardForms.notice;

export function NoticePage({ id }: { id: string }) {
  const { rows, byId, today } = useAwards();
  const row = rows.notices.find((each) => each.id === id);
  if (id === 'moi') return <NewNotice />;
  if (row === undefined)
    return (
      <Frame title={words.title}>
        <EmptyState title={rows.waiting.has(id) ? awardWords.list.waiting : words.missing} />
      </Frame>
    );
  const { value } = row;
  const named = value.awards.flatMap((awardId) => byId.get(awardId) ?? []);
  return (
    <Frame
      title={words.title}
      ways={
        <button type="button" className={controls.button} onClick={() => window.print()}>
          <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {words.printIt}
        </button>
      }
    >
      <div className={`${shared.stack} ${styles.screenOnly} ${styles.above}`}>
        <p>
          <b>
            {fill(words.line, {
              from: dayWords(value.from),
              until: dayWords(value.until),
              n: value.awards.length,
            })}
          </b>
          {'. '}
          {isNoticeOver(value, today) ? words.over : words.running}.
        </p>
        <p>{fill(words.paperPlaces, { places: value.places })}</p>
        <Objections row={row} named={named} />
      </div>
      <NoticeSheet notice={value} named={named} />
    </Frame>
  );
}

function NewNotice() {
  const workspace = useWorkspace();
  const { entries, act, at, campaign, rules, today } = useAwards();
  const [, navigate] = useLocation();
  const waiting = entries.filter(({ award, isWaiting }) => !isWaiting && canGo(award, 'publicNotice'));
  const [from, setFrom] = useState(today);
  const [places, setPlaces] = useState<string>(words.placesDefault);
  const isDay = !Number.isNaN(noonOf(from));
  const until = isDay ? noticeUntil(from, rules.noticeDays) : '';
  const save = (picked: readonly AwardEntry[]): void => {
    const id = workspace.newId();
    const value = {
      id,
      campaignId: campaign.id,
      from,
      until,
      places: places.trim(),
      awards: picked.map((entry) => entry.id),
      objections: [],
    };
    const steps = stepRecords(
      picked.map(({ id: awardId, rev, award }) => ({ id: awardId, rev, value: award })),
      'publicNotice',
      { at: at(), partOf: () => ({ noticeId: id }) },
    );
    void act(fill(words.label, { n: picked.length }), [
      { entity: 'awardNotice', id, value, baseRev: 0 },
      ...steps,
    ]).then((isKept) => isKept && navigate(AWARDS_PATH));
  };
  return (
    <PickForm
      words={words}
      waiting={waiting}
      columns={[{ head: awardForms.heads.achievement, cell: ({ award }) => award.achievement }]}
      isWhole={isDay && places.trim() !== ''}
      onSave={save}
      fields={(isAsked) => (
        <>
          <TextField
            label={words.from}
            type="date"
            help={isDay ? fill(words.until, { day: dayWords(until), n: rules.noticeDays }) : undefined}
            value={from}
            error={isAsked && !isDay ? awardForms.badDay : undefined}
            onChange={setFrom}
          />
          <TextField
            label={words.places}
            value={places}
            maxLength={400}
            error={isAsked && places.trim() === '' ? awardForms.needed : undefined}
            onChange={setPlaces}
          />
        </>
      )}
    />
  );
}
