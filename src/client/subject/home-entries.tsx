/** The ways every home has, after those of its own: the log, the guides, this phone. */
import { BookOpen, CalendarCheck, Smartphone } from 'lucide-react';
import { formatDate, formatNumber, formatTime } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { activitiesPath } from './activities-path.ts';
import { EntryList, type HomeEntry } from './entry-list.tsx';
import type { SheetRows } from './read-sheet.ts';

const READ = ['rows', 'outbox'] as const;

const contactLine = (at: number | null): string =>
  at === null
    ? homeWords.contactNever
    : fill(homeWords.contact, { time: formatTime(at), date: formatDate(at) });

interface HomeEntriesProps {
  rows: SheetRows;
  home: string;
  /** The role's own, first. */
  more: readonly HomeEntry[];
}

export function HomeEntries({ rows, home, more }: HomeEntriesProps) {
  const workspace = useWorkspace();
  const logged = useLive(() => workspace.rows('activity'), [workspace], READ);
  const { binding, role } = rows.profile;
  const subjectId = binding !== undefined && binding.kind !== 'office' ? binding.id : '';
  const count = logged?.filter(
    ({ value }) => value.subjectId === subjectId && value.campaignId === rows.campaign?.id,
  ).length;
  const entries: HomeEntry[] = [
    ...more,
    {
      href: activitiesPath(home),
      icon: <CalendarCheck />,
      title: homeWords.activities,
      line: count ? fill(homeWords.activitiesSome, { n: formatNumber(count) }) : homeWords.activitiesNone,
    },
    { href: GUIDES_PATH, icon: <BookOpen />, title: homeWords.guides, line: homeWords.guidesLine },
    {
      href: '/tinh-trang',
      icon: <Smartphone />,
      title: homeWords.phone,
      line: contactLine(rows.sync.contactAt),
    },
  ];
  return (
    <EntryList
      title={role === 'unitContact' ? homeWords.entriesUnitTitle : homeWords.entriesTitle}
      entries={entries}
    />
  );
}
