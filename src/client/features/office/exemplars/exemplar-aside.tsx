/** One good example: what it is, what has been done about it, and the next step. */
import { useState } from 'react';
import { missingFor } from '#domain/exemplars/workflow.ts';
import type { Exemplar } from '#protocol/paper-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import facts from '../facts.module.css';
import { shownDay } from '../places/read-places.ts';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import type { DeskSeam } from '../today/office-desk.tsx';
import { ExemplarForm } from './exemplar-form.tsx';
import styles from './exemplars.module.css';
import { PhotoPicker, PhotoStrip } from './photo-picker.tsx';
import type { Voices } from './read-exemplars.ts';
import { StateMark } from './state-mark.tsx';
import { StepDialog, type Step } from './step-dialogs.tsx';
import { stepsOf } from './steps-of.ts';

interface AsideProps {
  row: StoredRow<'exemplar'>;
  seam: DeskSeam;
  voices: Voices;
  canWrite: boolean;
}

const whyOf = (code: string): string =>
  code === 'NOT_PERMITTED' ? words.refusedWhy[code] : words.refusedWhy.other;

export function ExemplarAside({ row, seam, voices, canWrite }: AsideProps) {
  const workspace = useWorkspace();
  const [open, setOpen] = useState<Step | 'edit' | 'photos' | null>(null);
  const [said, setSaid] = useState<{ words: string; isFailure: boolean }>({ words: '', isFailure: false });
  const exemplar = row.value;
  const role = workspace.profile.role === 'cultureOfficer' ? 'cultureOfficer' : 'officer';
  const put = async (part: Partial<Exemplar>): Promise<void> => {
    await workspace.putRecord('exemplar', row.id, { ...exemplar, ...part }, row.rev);
    setSaid({ words: words.saved, isFailure: false });
    setOpen(null);
  };
  const at = (part: Partial<Exemplar>): void => {
    put(part).catch(() => setSaid({ words: words.failed, isFailure: true }));
  };
  const { main, others, isForOfficer } = stepsOf(exemplar, role);
  const act = (step: Step): void => {
    if (step === 'backToNominated' || step === 'restore') at({ state: 'nominated' });
    else if (step === 'unpublish') at({ state: 'verified' });
    else setOpen(step);
  };
  const missing = main === 'verify' || main === 'publish' ? missingFor('published', exemplar) : [];
  const refused = voices.refused.get(row.id);
  const photos = exemplar.photos.flatMap((id) => voices.photosById.get(id) ?? []);
  return (
    <div className={`${sheet.sheet} ${styles.aside}`}>
      <h2>{exemplar.title}</h2>
      <StateMark state={exemplar.state} />
      {/* Where another machine was first, both versions stand above the list. */}
      {refused !== undefined && refused !== 'STALE_BASIS' && (
        <Notice tone="hand">{fill(words.refused, { why: whyOf(refused) })}</Notice>
      )}
      {said.isFailure ? <Notice tone="stop">{said.words}</Notice> : <p role="status">{said.words}</p>}
      {canWrite && main !== null && (
        <button type="button" className={controls.mainButton} onClick={() => act(main)}>
          {words.acts[main]}
        </button>
      )}
      {canWrite && isForOfficer && <Notice tone="wait">{words.officerPublishes}</Notice>}
      {missing.includes('noPhotoConsent') && exemplar.consent !== undefined && (
        <Notice tone="hand">{words.photosNoConsent}</Notice>
      )}
      <About exemplar={exemplar} />
      {photos.length > 0 && <PhotoStrip photos={photos} />}
      {exemplar.replications.length > 0 && (
        <>
          <h3>{fill(words.replications, { n: exemplar.replications.length })}</h3>
          <ul className={styles.lines}>
            {exemplar.replications.map(({ id, where, date, note }) => (
              <li key={id}>
                {fill(words.replicationLine, { date: shownDay(date), where })}
                {note !== '' && <span className={sheet.why}>{note}</span>}
                {canWrite && (
                  <button
                    type="button"
                    className={controls.textButton}
                    onClick={() =>
                      at({ replications: exemplar.replications.filter((each) => each.id !== id) })
                    }
                  >
                    {fill(words.removeReplication, { where })}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {canWrite && (
        <div className={shared.ways}>
          {(exemplar.state !== 'published' || role === 'officer') && (
            <>
              <button type="button" className={controls.button} onClick={() => setOpen('edit')}>
                {words.edit}
              </button>
              <button type="button" className={controls.button} onClick={() => setOpen('photos')}>
                {words.acts.photos}
              </button>
            </>
          )}
          {others.map((step) => (
            <button key={step} type="button" className={controls.button} onClick={() => act(step)}>
              {words.acts[step]}
            </button>
          ))}
        </div>
      )}
      <ExemplarForm
        open={open === 'edit'}
        before={exemplar}
        seam={seam}
        voices={voices}
        onSave={async (value) => put(value)}
        onClose={() => setOpen(null)}
      />
      <PhotoPicker
        open={open === 'photos'}
        exemplar={exemplar}
        seam={seam}
        voices={voices}
        onSave={async (chosen) => put({ photos: chosen })}
        onClose={() => setOpen(null)}
      />
      <StepDialog
        step={open === 'edit' || open === 'photos' ? null : open}
        exemplar={exemplar}
        seam={seam}
        onPut={put}
        onClose={() => setOpen(null)}
      />
    </div>
  );
}

function About({ exemplar }: { exemplar: Exemplar }) {
  const { who, story, result, verification, consent, publishedOn, state } = exemplar;
  const rows: readonly (readonly [string, string])[] = [
    [words.columns.who, who],
    [words.story, story],
    [words.result, result],
    [words.verification, verification],
    [
      words.consent,
      consent === undefined
        ? ''
        : fill(words.consentLine, { takenBy: consent.takenBy, date: shownDay(consent.date) }) +
          (consent.photos ? words.consentPhotos : words.consentNoPhotos),
    ],
  ];
  return (
    <>
      {state === 'published' && publishedOn !== undefined && (
        <p>{fill(words.publishedOn, { date: shownDay(publishedOn) })}</p>
      )}
      <dl className={`${facts.facts} ${styles.told}`}>
        {rows.map(
          ([name, value]) =>
            value !== '' && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}
