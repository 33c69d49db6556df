/** A unit contact's own place: home and form of the unit's sheet, core and sector together. */
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { CriteriaSet } from '#domain/criteria.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { DraftRow } from '#client/db/model.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { ChoosePage } from '#client/subject/choose-page.tsx';
import { choosePath } from '#client/subject/choose-path.ts';
import { givenOf } from '#client/subject/given-of.ts';
import { HomePage, LoadingPage, NoSetPage } from '#client/subject/home-page.tsx';
import { keepDocx } from '#client/subject/keep-docx.ts';
import { readSheet, type SheetRows } from '#client/subject/read-sheet.ts';
import { roundFacts } from '#client/subject/round-facts.ts';
import { SheetScreen } from '#client/subject/sheet-screen.tsx';
import { StepsPage } from '#client/subject/steps-page.tsx';
import { communeScorePath } from '#client/subject/commune-score-path.ts';
import { CommuneScorePage } from '#client/subject/commune-score-page.tsx';
import { stepsPath } from '#client/subject/steps-path.ts';
import { useCameraReturn } from '#client/subject/use-photo-desk.ts';
import { usePapersEntry } from '#client/subject/papers-entry.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { useStableFacts } from '#client/subject/use-stable-facts.ts';

const HOME = '/don-vi';
const FORM = '/don-vi/phieu';

interface WithSetProps {
  rows: SheetRows;
  set: CriteriaSet;
  opened: DraftRow;
}

function WithSet({ rows, set, opened }: WithSetProps) {
  const [path] = useLocation();
  const now = useNow();
  const papers = usePapersEntry(rows, HOME);
  useCameraReturn(FORM, set);
  const { profile } = rows;
  const facts = useStableFacts(
    useMemo((): SheetFacts => {
      const given = givenOf(rows, set, { forms: 0, now });
      return { set, given, suggestions: {}, bounds: {}, known: {}, ...roundFacts(rows, HOME) };
    }, [set, now, rows]),
  );
  if (path === choosePath.write(HOME)) {
    return (
      <ChoosePage facts={facts} opened={opened} isStored={rows.draft !== undefined} home={HOME} form={FORM} />
    );
  }
  if (path === stepsPath(HOME))
    return <StepsPage rows={rows} facts={facts} now={now} home={HOME} form={FORM} />;
  if (path === communeScorePath(HOME)) return <CommuneScorePage rows={rows} home={HOME} />;
  if (path === FORM) {
    return (
      <SheetScreen
        key={opened.id}
        rows={rows}
        opened={opened}
        facts={facts}
        home={HOME}
        signer={{ kind: 'unit', subject: profile.title }}
      />
    );
  }
  return (
    <HomePage
      rows={rows}
      facts={facts}
      now={now}
      home={HOME}
      form={FORM}
      tools={<LargeTextButton />}
      entries={[papers]}
    />
  );
}

export function UnitApp() {
  const workspace = useWorkspace();
  const rows = useLive(() => readSheet(workspace), [workspace]);
  const { title } = workspace.profile;
  // The report is written where there may be no network.
  useEffect(() => void keepDocx(), []);
  if (!rows) return <LoadingPage title={title} />;
  const { set, opened } = rows;
  return set && opened ? (
    <WithSet rows={rows} set={set} opened={opened} />
  ) : (
    <NoSetPage title={title} home={HOME} />
  );
}
