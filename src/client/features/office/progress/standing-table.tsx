/** Hamlets or units, one a row: four pillars as bars on a common scale and, for hamlets, a claim held against families. */
import type { ReactNode } from 'react';
import { pillars, type Pillar } from '#domain/criteria.ts';
import type { ClaimShares } from '#domain/progress/claim-shares.ts';
import type { Total } from '#domain/score.ts';
import { formatNumber, formatPercent } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import { office } from '#client/messages/office.ts';
import { cx } from '#client/ui/cx.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { ClaimMark, ShareBar, type Tone } from '../charts/marks.tsx';
import sheets from '../sheet.module.css';
import type { HamletRow, PillarRow } from './derive.ts';
import styles from './progress.module.css';
import { basisWords, claimName, familyCount, familyShare, isOut, verdictWords } from './table-words.ts';

const { table: words } = officeProgress;
const tones: Record<Pillar, Tone> = {
  nenTang: 'stone',
  chinhQuyenSo: 'indigo',
  kinhTeSo: 'honey',
  xaHoiSo: 'tea',
};

const shareOf = ({ earned, applicableMax }: Total): number =>
  applicableMax === 0 ? 0 : earned / applicableMax;
/** Whole per cent, half-up: a bar's figure. */
const percentOf = (total: Total): string => String(Math.round(shareOf(total) * 100));

function ClaimCell({ claim }: { claim: ClaimShares | null }) {
  if (claim === null) return <td className={sheets.note}>{words.notDrawn}</td>;
  const { claim: said } = claim;
  return (
    <td>
      <span className={styles.claim}>
        <ClaimMark
          yes={claim.yes}
          unknown={claim.unknown}
          d={claim.d}
          claim={said === null ? null : said.n / claim.d}
          isOut={isOut(claim)}
          name={claimName(claim)}
        />
        {said === null && <span className={sheets.note}>{words.notClaimed}</span>}
        {said !== null && !isOut(claim) && <span>{formatPercent(said.n, said.d)}</span>}
        {said !== null && isOut(claim) && (
          <span className={styles.out}>
            <Glyph state="unsaved" />
            <b>{formatPercent(said.n, said.d)}</b>{' '}
            <span className={styles.outWord}>{verdictWords(claim)}</span>
          </span>
        )}
      </span>
    </td>
  );
}

const Key = () => (
  <span className={styles.key} aria-hidden="true">
    <span>
      <i className={styles.swFlag} /> {words.claimed}
    </span>
    <span>
      <i className={styles.swYes} /> {words.yes}
    </span>
    <span>
      <i className={styles.swUnknown} /> {words.unknown}
    </span>
    <span>
      <i /> {words.no}
    </span>
  </span>
);

function PillarHeads() {
  return pillars.map((pillar) => (
    <th key={pillar} scope="col">
      {office.pillars[pillar]}
    </th>
  ));
}

function PillarCells({ row, plain }: { row: PillarRow; plain: boolean }) {
  const { pillars: totals } = row;
  if (totals === null)
    return (
      <td colSpan={pillars.length} className={sheets.note}>
        {words.noForm}
      </td>
    );
  return pillars.map((pillar) => {
    const total = totals[pillar];
    return (
      <td key={pillar} className={plain ? sheets.right : undefined}>
        {plain ? (
          formatPercent(total.earned, total.applicableMax)
        ) : (
          <>
            <CellWord text={office.pillars[pillar]} />
            <ShareBar share={shareOf(total)} label={percentOf(total)} tone={tones[pillar]} />
          </>
        )}
      </td>
    );
  });
}

/** The head's word beside the figure, where a narrow screen has no heads. */
const CellWord = ({ text }: { text: string }) => <span className={styles.cellWord}>{text} </span>;

export function HamletTable({ rows }: { rows: readonly HamletRow[] }) {
  return (
    <table className={styles.bars}>
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            {words.hamlet}
          </th>
          <th scope="col" className={cx(sheets.right, styles.figure)}>
            {words.families}
          </th>
          <th scope="col" className={styles.basis}>
            {words.basis}
          </th>
          <PillarHeads />
          <th scope="col" className={styles.wide}>
            {words.claim}
            <Key />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.standing.id}>
            <th scope="row">{row.standing.name}</th>
            <td className={sheets.right}>
              <CellWord text={words.families} />
              {familyShare(row.families)}
            </td>
            <td className={cx(sheets.note, styles.basis)}>{basisWords(row)}</td>
            <PillarCells row={row} plain={false} />
            <ClaimCell claim={row.claim} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same in figures alone. */
export function HamletFigures({ rows }: { rows: readonly HamletRow[] }) {
  const heads = [words.families, words.yes, words.unknown, words.no, words.claimed];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.hamlet}</th>
          <th scope="col">{words.basis}</th>
          <PillarHeads />
          {heads.map((head) => (
            <th key={head} scope="col" className={sheets.right}>
              {head}
            </th>
          ))}
          <th scope="col">{words.claim}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { claim, families } = row;
          const parts = claim && [claim.yes, claim.unknown, claim.no];
          return (
            <tr key={row.standing.id}>
              <th scope="row">{row.standing.name}</th>
              <td>{basisWords(row)}</td>
              <PillarCells row={row} plain />
              <td className={sheets.right}>{familyCount(families)}</td>
              {(parts ?? ['', '', '']).map((value, at) => (
                // Three figures in their fixed order.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={at} className={sheets.right}>
                  {typeof value === 'number' ? formatNumber(value) : ''}
                </td>
              ))}
              <td className={sheets.right}>
                {claim?.claim ? fill(words.of, { ...claim.claim }) : words.notClaimed}
              </td>
              <td>{claim ? verdictWords(claim) : words.notDrawn}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function UnitTable({
  rows,
  plain,
  stageOf,
}: {
  rows: readonly PillarRow[];
  plain: boolean;
  stageOf: (row: PillarRow) => ReactNode;
}) {
  return (
    <table className={plain ? undefined : styles.bars}>
      <thead>
        <tr>
          <th scope="col" className={styles.unit}>
            {words.unit}
          </th>
          <th scope="col" className={styles.stage}>
            {words.stage}
          </th>
          <th scope="col" className={styles.basis}>
            {words.basis}
          </th>
          <PillarHeads />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.standing.id}>
            <th scope="row">{row.standing.name}</th>
            <td>{stageOf(row)}</td>
            <td className={sheets.note}>{basisWords(row)}</td>
            <PillarCells row={row} plain={plain} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
