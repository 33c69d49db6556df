/** Rút ngẫu nhiên: draws that were kept, one at a time, and a new one. */
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { dayOf, noonOf } from '#domain/day.ts';
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import type { RecheckSample } from '#protocol/office-records.ts';
import { drawAgain } from '#protocol/recheck-draw.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import factSheet from '../facts.module.css';
import { useScreenKeys } from '../help/keys.tsx';
import frame from '../office.module.css';
import { DrawForm, type NewDraw } from './draw-form.tsx';
import { samplePath } from './paths.ts';
import type { Sample } from './read-trust.ts';
import { RedrawPanel } from './redraw-panel.tsx';
import { SampleTable } from './sample-table.tsx';
import type { Subjects } from './subjects.ts';
import { TrustFrame, useNews, type TrustSeam } from './trust-frame.tsx';
import styles from './trust.module.css';

const words = trustWords.draw;
const TABLES = ['meta', 'outbox'] as const;

const dayWords = (day: string): string => formatDate(noonOf(day));

function titleOf({ value }: Sample, subjects: Subjects): string {
  const { subjectKind, hamletId, chosen, drawnOn } = value;
  const place = hamletId === undefined ? words.whole : (subjects.nameOf('hamlet', hamletId) ?? '');
  return fill(words.title, {
    kind: trustWords.kinds[subjectKind],
    place: place === words.whole ? place.toLowerCase() : place,
    n: formatNumber(chosen.length),
    date: dayWords(drawnOn),
  });
}

export function DrawPage({ seam }: { seam: TrustSeam }) {
  const workspace = useWorkspace();
  const { desk, rows, subjects, now, canDraw } = seam;
  const wanted = new URLSearchParams(useSearch()).get('mau');
  const [, navigate] = useLocation();
  const news = useNews();
  const [isDrawing, setDrawing] = useState(false);
  const waiting = useLive(async () => (await workspace.balance()).waiting, [workspace], TABLES) ?? 0;
  const sample = rows.samples.find(({ id }) => id === wanted) ?? rows.samples[0];
  const keys = useMemo(
    () => (canDraw ? [{ keys: ['r'], does: trustWords.keys.draw, act: () => setDrawing(true) }] : []),
    [canDraw],
  );
  useScreenKeys(keys);

  const draw = async ({ subjectKind, hamletId, seed, size, ids }: NewDraw): Promise<boolean> => {
    const { campaign } = desk;
    if (campaign === undefined) return false;
    const drawn = await drawAgain(seed, ids, size);
    const id = workspace.newId();
    const value: RecheckSample = {
      id,
      campaignId: campaign.id,
      subjectKind,
      ...(hamletId !== undefined && { hamletId }),
      seed,
      drawnOn: dayOf(now),
      ...drawn,
    };
    const isKept = await news.tell(workspace.putRecord('recheckSample', id, value, 0), {
      words: fill(words.kept, { n: formatNumber(drawn.chosen.length) }),
    });
    if (isKept) navigate(samplePath(id), { replace: true });
    return isKept;
  };
  return (
    <TrustFrame
      seam={seam}
      explain={words.explain}
      news={news}
      actions={
        <>
          {sample && (
            <button type="button" className={controls.button} onClick={() => window.print()}>
              <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
              {trustWords.print}
            </button>
          )}
          {canDraw && (
            <button type="button" className={controls.mainButton} onClick={() => setDrawing(true)}>
              {words.act}
            </button>
          )}
        </>
      }
    >
      {sample === undefined ? (
        <EmptyState title={words.emptyTitle}>
          <p>{words.empty}</p>
        </EmptyState>
      ) : (
        <div className={shared.stack}>
          {rows.samples.length > 1 && (
            <div className={styles.screen}>
              <SelectField
                label={words.chosen}
                none={titleOf(rows.samples[0] ?? sample, subjects)}
                options={rows.samples
                  .slice(1)
                  .map((each) => ({ value: each.id, label: titleOf(each, subjects) }))}
                value={sample.id === rows.samples[0]?.id ? null : sample.id}
                onChange={(id) => navigate(samplePath(id ?? rows.samples[0]?.id ?? ''), { replace: true })}
              />
            </div>
          )}
          <h2>{titleOf(sample, subjects)}</h2>
          <SampleFacts sample={sample.value} />
          <RedrawPanel key={sample.id} desk={desk} sample={sample.value} />
          <SampleTable seam={seam} sample={sample} />
        </div>
      )}
      {isDrawing && (
        <DrawForm
          desk={desk}
          now={now}
          isBehind={waiting > 0}
          onDraw={draw}
          onClose={() => setDrawing(false)}
        />
      )}
    </TrustFrame>
  );
}

function SampleFacts({ sample }: { sample: RecheckSample }) {
  const { facts } = words;
  const lines = [
    [facts.seed, sample.seed],
    [facts.date, dayWords(sample.drawnOn)],
    [
      facts.size,
      fill(words.sizeLine, { n: formatNumber(sample.chosen.length), all: formatNumber(sample.frameSize) }),
    ],
    [facts.frame, sample.frame],
  ];
  return (
    <dl className={factSheet.facts}>
      {lines.map(([word, text]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
