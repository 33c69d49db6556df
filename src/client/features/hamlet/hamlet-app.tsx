/** The hamlet head's and helpers' own place: home and form of the hamlet's sheet. */
import { useMemo } from 'react';
import { ChevronRight, MessageSquare, Printer, UserPlus, Users } from 'lucide-react';
import { useLocation } from 'wouter';
import type { CriteriaSet } from '#domain/criteria.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { DraftRow } from '#client/db/model.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { ChoosePage } from '#client/subject/choose-page.tsx';
import { choosePath } from '#client/subject/choose-path.ts';
import type { HomeEntry } from '#client/subject/entry-list.tsx';
import { givenOf } from '#client/subject/given-of.ts';
import { HomePage, LoadingPage, NoSetPage } from '#client/subject/home-page.tsx';
import { readForms, readHouseholds, type FormRows } from '#client/subject/read-hamlet.ts';
import { readSheet, type SheetRows } from '#client/subject/read-sheet.ts';
import { HOUSEHOLDS_PATH, REMIND_PATH } from '#client/subject/households-path.ts';
import { HELPERS_PATH } from '#client/subject/helpers-path.ts';
import { SLIPS_PATH } from '#client/subject/slips-path.ts';
import { SheetScreen } from '#client/subject/sheet-screen.tsx';
import { roundFacts } from '#client/subject/round-facts.ts';
import { familyFigures, householdsKnown } from '#client/subject/suggestions.ts';
import { StepsPage } from '#client/subject/steps-page.tsx';
import { communeScorePath } from '#client/subject/commune-score-path.ts';
import { CommuneScorePage } from '#client/subject/commune-score-page.tsx';
import { stepsPath } from '#client/subject/steps-path.ts';
import { useCameraReturn } from '#client/subject/use-photo-desk.ts';
import { usePapersEntry } from '#client/subject/papers-entry.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { useStableFacts } from '#client/subject/use-stable-facts.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import subject from '#client/subject/subject.module.css';
import { HouseCells } from './house-cells.tsx';

const slips: HomeEntry = {
  href: SLIPS_PATH,
  icon: <Printer />,
  title: homeWords.slips,
  line: homeWords.slipsLine,
};
const reminders: HomeEntry = {
  href: REMIND_PATH,
  icon: <MessageSquare />,
  title: homeWords.reminders,
  line: homeWords.remindersLine,
};

const helpers: HomeEntry = {
  href: HELPERS_PATH,
  icon: <UserPlus />,
  title: deviceWords.helpers.title,
  line: deviceWords.helpers.entryLine,
};

const HOME = '/xom';
const FORM = '/xom/phieu';

/** Not the drafts: five hundred families are not read again at every keystroke's save. */
const FAMILIES_READ = ['rows', 'outbox'] as const;

/** `known`: the number the commune keeps or the head entered; 0 = not known, then the list's own length stands. */
function Households({ known }: { known: number }) {
  const workspace = useWorkspace();
  const rows = useLive(() => readHouseholds(workspace), [workspace]);
  if (!rows) return null;
  const { entries } = rows;
  const sent = entries.filter(({ state }) => state === 'sent').length;
  const total = known > 0 ? known : entries.length;
  const left = Math.max(0, total - sent);
  const words = left === 0 ? homeWords.householdsAll : fill(homeWords.householdsLeft, { left });
  return (
    <section>
      <a className={subject.rowLink} href={HOUSEHOLDS_PATH}>
        <Users />
        <span>
          {total === 0 ? (
            homeWords.householdsNone
          ) : (
            <>
              <b>{fill(homeWords.householdsSent, { sent, total })}</b> {words}
            </>
          )}
        </span>
        <ChevronRight />
      </a>
      {entries.length > 0 && <HouseCells entries={entries} />}
    </section>
  );
}

interface WithSetProps {
  rows: SheetRows;
  families: FormRows;
  set: CriteriaSet;
  opened: DraftRow;
}

function WithSet({ rows, families, set, opened }: WithSetProps) {
  const [path] = useLocation();
  const now = useNow();
  const papers = usePapersEntry(rows, HOME);
  useCameraReturn(FORM, set);
  const { hamlet, profile } = rows;
  const households = householdsKnown(set, hamlet, opened);
  const forms = families.forms.length;
  const figures = useMemo(
    () => familyFigures(set, families, households, hamlet?.people14plus),
    [set, families, households, hamlet?.people14plus],
  );
  const facts = useStableFacts(
    useMemo((): SheetFacts => {
      const given = givenOf(rows, set, { ...(hamlet && { hamlet }), forms, now });
      const known = {
        knownHouseholds: hamlet?.households ?? null,
        knownPeople14plus: hamlet?.people14plus ?? null,
      };
      return { set, given, ...figures, known, ...roundFacts(rows, HOME) };
    }, [set, hamlet, forms, now, figures, rows]),
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
    const signer =
      profile.role === 'hamletHead'
        ? ({ kind: 'head', subject: profile.title.replace(/^xóm\s+/i, '') } as const)
        : null;
    return (
      <SheetScreen key={opened.id} rows={rows} opened={opened} facts={facts} home={HOME} signer={signer} />
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
      entries={[slips, reminders, papers, ...(profile.role === 'hamletHead' ? [helpers] : [])]}
    >
      <Households known={households} />
    </HomePage>
  );
}

export function HamletApp() {
  const workspace = useWorkspace();
  const rows = useLive(() => readSheet(workspace), [workspace]);
  const families = useLive(() => readForms(workspace), [workspace], FAMILIES_READ);
  const { title } = workspace.profile;
  if (!rows || !families) return <LoadingPage title={title} />;
  const { set, opened } = rows;
  return set && opened ? (
    <WithSet rows={rows} families={families} set={set} opened={opened} />
  ) : (
    <NoSetPage title={title} home={HOME} />
  );
}
