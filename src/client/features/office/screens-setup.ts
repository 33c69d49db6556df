/** Screens of what is set up once and of machines and their data: the last sections of the rail. */
import {
  FileUp,
  History,
  KeyRound,
  CalendarClock,
  ChartColumnIncreasing,
  CalendarRange,
  ClipboardList,
  MapPinned,
  MonitorSmartphone,
} from 'lucide-react';
import { lazy } from 'react';
import { officeHelp } from '#client/messages/office-help.ts';
import { office } from '#client/messages/office.ts';
import { sessionWords } from '#client/messages/session.ts';
import { OFFICE_HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { DEADLINES_PATH } from './deadlines/paths.ts';
import { SERIES_PATH } from './series/paths.ts';
import { KEY_PATH } from './session/paths.ts';
import { OFFICER, OFFICERS, WITH_CHAIR, type Screen } from './screens-shape.ts';

const { rail } = officeHelp;

export const setupScreens: readonly Screen[] = [
  {
    path: '/bo-tieu-chi',
    word: rail.criteria,
    icon: ClipboardList,
    section: 'setup',
    roles: OFFICER,
    Page: lazy(async () => ({ default: (await import('./criteria/criteria-app.tsx')).CriteriaApp })),
  },
  {
    path: '/dot-thi-dua',
    word: rail.campaign,
    icon: CalendarRange,
    section: 'setup',
    roles: OFFICER,
    Page: lazy(async () => ({ default: (await import('./campaign/campaign-page.tsx')).CampaignPage })),
  },
  {
    path: DEADLINES_PATH,
    word: rail.deadlines,
    icon: CalendarClock,
    section: 'setup',
    roles: OFFICERS,
    Page: lazy(async () => ({ default: (await import('./deadlines/deadlines-page.tsx')).DeadlinesPage })),
  },
  {
    path: '/xom-don-vi',
    word: rail.people,
    icon: MapPinned,
    section: 'setup',
    roles: OFFICER,
    Page: lazy(async () => ({ default: (await import('./places/places-app.tsx')).PlacesApp })),
  },
  {
    path: SERIES_PATH,
    word: rail.series,
    icon: ChartColumnIncreasing,
    section: 'setup',
    Page: lazy(async () => ({ default: (await import('./series/series-app.tsx')).SeriesApp })),
  },
  {
    path: OFFICE_HAND_IN_PATH,
    word: office.importFile,
    icon: FileUp,
    section: 'machines',
    roles: OFFICER,
  },
  {
    path: '/nhat-ky',
    word: rail.audit,
    icon: History,
    section: 'machines',
    roles: WITH_CHAIR,
    Page: lazy(async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage })),
  },
  {
    path: KEY_PATH,
    word: sessionWords.rail,
    icon: KeyRound,
    section: 'machines',
    Page: lazy(async () => ({ default: (await import('./session/key-page.tsx')).KeyPage })),
  },
  {
    path: '/tinh-trang',
    word: office.thisDevice,
    icon: MonitorSmartphone,
    section: 'machines',
  },
];
