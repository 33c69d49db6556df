/**
 * Where one can go in the office. One row a screen: its route and, with a word, its place in the rail. A row stands here
 * only when its screen exists, so that nothing leads nowhere. Each screen is fetched when first opened.
 */
import {
  BookOpenText,
  FileChartColumn,
  History,
  MessagesSquare,
  CalendarRange,
  ChartNoAxesColumn,
  ClipboardList,
  House,
  ListChecks,
  Scale,
  MapPinned,
  ScanSearch,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import { officeHelp } from '#client/messages/office-help.ts';
import type { Counts } from './today/counts.ts';

export interface Screen {
  /** As it stands in the address; what follows it is the screen's own. */
  path: string;
  word: string;
  icon: LucideIcon;
  Page: ComponentType;
  /** Which of the counts stands beside the word. */
  count?: keyof Counts;
}

const { rail } = officeHelp;

export const screens: readonly Screen[] = [
  {
    path: '/hom-nay',
    word: rail.today,
    icon: House,
    count: 'today',
    Page: lazy(async () => ({ default: (await import('./today/today-page.tsx')).TodayPage })),
  },
  {
    path: '/tien-do',
    word: rail.progress,
    icon: ChartNoAxesColumn,
    Page: lazy(async () => ({ default: (await import('./progress/progress-page.tsx')).ProgressPage })),
  },
  {
    path: '/ra-soat',
    word: rail.review,
    icon: ListChecks,
    count: 'review',
    Page: lazy(async () => ({ default: (await import('./review/review-app.tsx')).ReviewApp })),
  },
  {
    path: '/xep-hang',
    word: rail.ranking,
    icon: Scale,
    Page: lazy(async () => ({ default: (await import('./ranking/ranking-page.tsx')).RankingPage })),
  },
  {
    path: '/kiem-tra-lai',
    word: rail.recheck,
    icon: ScanSearch,
    Page: lazy(async () => ({ default: (await import('./trust/trust-app.tsx')).TrustApp })),
  },
  {
    path: '/bo-tieu-chi',
    word: rail.criteria,
    icon: ClipboardList,
    Page: lazy(async () => ({ default: (await import('./criteria/criteria-app.tsx')).CriteriaApp })),
  },
  {
    path: '/dot-thi-dua',
    word: rail.campaign,
    icon: CalendarRange,
    Page: lazy(async () => ({ default: (await import('./campaign/campaign-page.tsx')).CampaignPage })),
  },
  {
    path: '/xom-don-vi',
    word: rail.people,
    icon: MapPinned,
    Page: lazy(async () => ({ default: (await import('./places/places-app.tsx')).PlacesApp })),
  },
  {
    path: '/so-theo-doi',
    word: rail.registers,
    icon: BookOpenText,
    Page: lazy(async () => ({ default: (await import('./registers/registers-page.tsx')).RegistersPage })),
  },
  {
    path: '/y-kien',
    word: rail.feedback,
    icon: MessagesSquare,
    count: 'feedback',
    Page: lazy(async () => ({ default: (await import('./feedback/feedback-page.tsx')).FeedbackPage })),
  },
  {
    path: '/nhat-ky',
    word: rail.audit,
    icon: History,
    Page: lazy(async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage })),
  },
  {
    path: '/bao-cao',
    word: rail.report,
    icon: FileChartColumn,
    Page: lazy(async () => ({ default: (await import('./report/report-page.tsx')).ReportPage })),
  },
];
