/** One paper: what it lacks, what is known to be wrong in it, its head and foot, and its page with the words to change. */
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { printed } from '#domain/papers/lay-out.ts';
import type { DrawnPaper } from '#domain/papers/paper-of.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { takePaper } from '#client/documents/take-paper.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { ChangedFigures } from './changed-figures.tsx';
import styles from './documents.module.css';
import { HeadForm } from './head-form.tsx';
import { KnownErrors } from './known-errors.tsx';
import { MissingList, missingWords } from './missing-list.tsx';
import { PaperPage } from './paper-page.tsx';
import { titleOf } from './paper-list.tsx';
import { paperRecord, type PaperChange } from './paper-record.ts';
import { DOCUMENTS_PATH } from './paths.ts';
import type { Papers } from './use-papers.ts';

interface PaperViewProps {
  papers: Papers;
  drawn: DrawnPaper;
  canWrite: boolean;
}

export function PaperView({ papers, drawn, canWrite }: PaperViewProps) {
  const workspace = useWorkspace();
  const [said, setSaid] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const kept = papers.kept(drawn.name);
  const title = titleOf(drawn, papers);
  const blanks = drawn.missing.filter(({ weight }) => weight === 'blank');

  /** True once it is on this machine's disk. */
  const save = async (change: PaperChange): Promise<boolean> => {
    try {
      const record = await paperRecord(papers.campaignId, drawn, kept?.value, change);
      await workspace.putRecord('paper', record.id, record, kept?.rev ?? 0);
    } catch {
      // The words are still where they were typed.
      setSaid(words.failed);
      return false;
    }
    setSaid(words.saved);
    return true;
  };
  const take = async (): Promise<void> => {
    setIsAsked(false);
    setSaid(words.exporting);
    const name = await takePaper(drawn.document, papers.facts.campaign.year);
    setSaid(name === null ? words.exportFailed : fill(words.exported, { name }));
  };
  return (
    <article className={styles.view} aria-label={title}>
      <div className={`${styles.top} ${styles.noPrint}`}>
        <Link className={styles.back} href={DOCUMENTS_PATH}>
          ← {words.back}
        </Link>
        <h2>{title}</h2>
        <div className={shared.ways}>
          <button
            type="button"
            className={controls.mainButton}
            onClick={() => (blanks.length > 0 ? setIsAsked(true) : void take())}
          >
            {words.export}
          </button>
          <button type="button" className={controls.button} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
        </div>
        <p role="status">{said}</p>
        {!canWrite && <p>{words.readOnly}</p>}
        <MissingList missing={drawn.missing} />
        <KnownErrors drawn={drawn} {...(canWrite && { onUse: (head) => void save({ head }) })} />
        {canWrite && (
          <ChangedFigures kept={kept?.value} document={drawn.document} onSeen={() => void save({})} />
        )}
        {canWrite && <HeadForm key={kept?.rev ?? 0} papers={papers} drawn={drawn} onSave={save} />}
      </div>
      <PaperPage
        document={canWrite ? drawn.document : printed(drawn.document)}
        title={title}
        {...(canWrite && {
          onEdit: (id: string, text: string | null) => {
            const { [id]: _, ...others } = { ...kept?.value.edits };
            return save({ edits: text === null ? others : { ...others, [id]: text } });
          },
        })}
      />
      <Dialog open={isAsked} title={words.ask.title} onClose={() => setIsAsked(false)}>
        <p>{words.ask.text}</p>
        <ul className={styles.missing}>
          {blanks.map((each) => (
            <li key={each.what}>{missingWords(each)}</li>
          ))}
        </ul>
        <div className={shared.ways}>
          <button type="button" className={controls.mainButton} onClick={() => setIsAsked(false)}>
            {words.ask.back}
          </button>
          <button type="button" className={controls.button} onClick={() => void take()}>
            {words.ask.anyway}
          </button>
        </div>
      </Dialog>
    </article>
  );
}
