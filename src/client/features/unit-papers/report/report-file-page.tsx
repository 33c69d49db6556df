/**
 * The unit's report taken away as an official paper. Number, day and signer belong to the paper alone: they are typed here
 * and kept on this phone until the paper is taken.
 */
import { useState } from 'react';
import { Download } from 'lucide-react';
import { dayOf } from '#domain/day.ts';
import type { UnitReportFacts } from '#domain/papers/unit-report-facts.ts';
import { unitReport, type UnitReportHead } from '#domain/papers/unit-report.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { takePaper } from '#client/documents/take-paper.ts';
import { useKeptWords } from '#client/form/kept-words.ts';
import { fill } from '#client/messages/fill.ts';
import { unitReportWords as words } from '#client/messages/unit-report.ts';
import { LoadingPage, NoSetPage } from '#client/subject/home-page.tsx';
import { narrativePath } from '#client/subject/papers-path.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import { PapersState } from '../papers-state.tsx';
import type { OwnPapers } from '../read-papers.ts';
import { readReport } from './read-report.ts';
import { ReportChecks } from './report-checks.tsx';
import styles from '../papers.module.css';

const LINE_MAX = 200;
type HeadWords = { [Key in keyof UnitReportHead]: string };

interface HeadFormProps {
  head: HeadWords;
  change: (part: Partial<HeadWords>) => void;
}

function HeadForm({ head, change }: HeadFormProps) {
  const bind = (name: keyof HeadWords) => ({
    label: words[name],
    value: head[name],
    maxLength: LINE_MAX,
    onChange: (text: string) => change({ [name]: text }),
  });
  return (
    <Sheet title={words.headTitle}>
      <div className={styles.form}>
        <TextField help={words.parentHelp} {...bind('parent')} />
        <TextField help={words.numberHelp} autoComplete="off" {...bind('number')} />
        <TextField type="date" {...bind('date')} />
        <TextField help={words.signerTitleHelp} {...bind('signerTitle')} />
        <TextField {...bind('signerName')} />
        <TextArea rows={3} {...bind('recipients')} />
        <p className="soft">{words.kept}</p>
      </div>
    </Sheet>
  );
}

type Taking = { kind: 'idle' } | { kind: 'taking' } | { kind: 'taken'; name: string } | { kind: 'failed' };

interface WithFactsProps {
  facts: UnitReportFacts;
  rows: OwnPapers;
  home: string;
}

function WithFacts({ facts, rows, home }: WithFactsProps) {
  const { owner, sheet } = rows;
  const now = useNow();
  const kept = useKeptWords<HeadWords>(`report:${owner.campaignId}:${owner.subjectId}`, {
    parent: '',
    number: '',
    date: dayOf(now),
    signerTitle: '',
    signerName: sheet.sentForm?.signedOffBy ?? '',
    recipients: words.usualRecipients,
  });
  const [taking, setTaking] = useState<Taking>({ kind: 'idle' });
  if (kept === null) return null;
  const { words: head, change, forget } = kept;
  const drawn = unitReport(facts, head);
  const { figures } = drawn;
  async function take(): Promise<void> {
    setTaking({ kind: 'taking' });
    const name = await takePaper(drawn.document, sheet.campaign?.year ?? new Date(now).getFullYear());
    if (name === null) return setTaking({ kind: 'failed' });
    // They stand in the file now; a name is not left on the phone for good.
    forget();
    setTaking({ kind: 'taken', name });
  }
  return (
    <>
      <p>{fill(words.intro, { n: facts.paragraphs.length, groups: figures.groups.length })}</p>
      <HeadForm head={head} change={change} />
      <ReportChecks drawn={drawn} home={home} />
      <Button
        kind="main"
        wide
        icon={<Download />}
        disabled={taking.kind === 'taking'}
        onClick={() => void take()}
      >
        {words.take}
      </Button>
      <p role="status">
        {taking.kind === 'taking' && words.taking}
        {taking.kind === 'taken' && fill(words.taken, { name: taking.name })}
      </p>
      {taking.kind === 'failed' && <FieldError text={words.failed} />}
    </>
  );
}

export function ReportFilePage({ rows, home }: { rows: OwnPapers; home: string }) {
  const workspace = useWorkspace();
  const facts = useLive(() => readReport(workspace, rows), [workspace, rows]);
  if (facts === undefined) return <LoadingPage title={words.title} />;
  if (facts === null) return <NoSetPage title={words.title} home={home} />;
  return (
    <Page
      head={
        <>
          <Bar title={words.title} back={narrativePath(home)} />
          <PapersState rows={rows} />
        </>
      }
      foot={<SubjectNav current={home} />}
    >
      <WithFacts facts={facts} rows={rows} home={home} />
    </Page>
  );
}
