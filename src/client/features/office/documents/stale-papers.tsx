/** Papers that two officers changed at once: the commune kept one, this machine the other, until a person chooses. */
import { paperSchema, type Paper } from '#protocol/paper-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import { StaleCard } from '#client/subject/stale-card.tsx';
import { staleRecords } from '#client/subject/stale-records.ts';
import styles from './documents.module.css';
import { titleOf } from './paper-list.tsx';
import type { Papers } from './use-papers.ts';

const TABLES = ['rows', 'outbox'] as const;

/** What a person wrote into a paper: paragraphs by name, and the head where the other says something else. */
function OwnWords({ paper, other }: { paper: Paper; other: Paper | null }) {
  const { head, edits } = paper;
  const lines = [
    [words.head.number, paper.number, other?.number],
    [words.head.date, paper.date, other?.date],
    [words.head.symbol, head.symbol, other?.head.symbol],
    [words.head.parent, head.parent, other?.head.parent],
    [words.head.issuer, head.issuer, other?.head.issuer],
    [words.head.place, head.place, other?.head.place],
    [words.head.onBehalf, head.signer.onBehalf, other?.head.signer.onBehalf],
    [words.head.signerTitle, head.signer.title, other?.head.signer.title],
    [words.head.signerName, head.signer.name, other?.head.signer.name],
    [words.head.legalBases, head.legalBases.join('\n'), other?.head.legalBases.join('\n')],
    [words.head.recipients, head.recipients.join('\n'), other?.head.recipients.join('\n')],
  ].filter(([, own, theirs]) => own !== theirs);
  const ids = [...new Set([...Object.keys(edits), ...Object.keys(other?.edits ?? {})])].sort();
  const differing = ids.filter((id) => edits[id] !== other?.edits[id]);
  return (
    <dl className={styles.sides}>
      {lines.map(([label, own]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{own === '' ? words.stale.blank : own}</dd>
        </div>
      ))}
      {differing.map((id) => (
        <div key={id}>
          <dt>{words.stale.paragraph}</dt>
          <dd>{edits[id] === undefined ? words.stale.drafted : edits[id] || words.paragraph.left}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Shown above whatever paper is open, so that none is signed while one side of it is unread. */
export function StalePapers({ papers }: { papers: Papers }) {
  const workspace = useWorkspace();
  const read = useLive(
    async () => ({
      stale: staleRecords(await workspace.outbox(), 'paper', paperSchema),
      rows: await workspace.rows('paper'),
    }),
    [workspace],
    TABLES,
  );
  if (read === undefined || workspace.profile.role !== 'officer') return null;
  return read.stale.map((each) => {
    const row = read.rows.find(({ id }) => id === each.id);
    const known = row?.value ?? each.own;
    const drawn =
      known === null
        ? null
        : papers.draw({
            kind: known.kind === 'resultSlip' ? 'report' : known.kind,
            aboutId: known.aboutId ?? '',
          });
    const name = drawn === null ? words.title : titleOf(drawn, papers);
    return (
      <StaleCard
        key={each.opId}
        name={name}
        stale={each}
        row={row}
        put={(id, value, rev) => workspace.putRecord('paper', id, value, rev)}
        show={(paper) => (
          <OwnWords paper={paper} other={paper === row?.value ? each.own : (row?.value ?? null)} />
        )}
      />
    );
  });
}
