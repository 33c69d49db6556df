/**
 * Where one can go in the office. One row a screen: its route and its place in the rail. A row stands here only when its
 * screen exists, so that nothing leads nowhere. Each screen is fetched when first opened.
 */
import {
  Award,
  BookOpenText,
  FileChartColumn,
  FileText,
  Globe,
  MessageSquareWarning,
  MessagesSquare,
  ChartNoAxesColumn,
  House,
  Megaphone,
  ListChecks,
  Scale,
  ReceiptText,
  ScanSearch,
  Smartphone,
  Stamp,
  Trophy,
} from 'lucide-react';
import { lazy } from 'react';
import { awardWords } from '#client/messages/office-awards.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { certificateWords } from '#client/messages/office-certificates.ts';
import { officeDocuments } from '#client/messages/office-documents.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { openDataWords } from '#client/messages/office-open-data.ts';
import { officePaperWords } from '#client/messages/office-papers.ts';
import { resultSlipWords } from '#client/messages/office-result-slips.ts';
import { AWARDS_PATH } from './awards/paths.ts';
import { CERTIFICATES_PATH } from './certificates/paths.ts';
import { DEVICES_PATH } from './devices/paths.ts';
import { DOCUMENTS_PATH } from './documents/paths.ts';
import { EXEMPLARS_PATH } from './exemplars/paths.ts';
import { FAMILY_ASKS_PATH } from './family/paths.ts';
import { NOMINATIONS_PATH } from './papers/paths.ts';
import { RESULT_SLIPS_PATH } from './result-slips/paths.ts';
import { setupScreens } from './screens-setup.ts';
import { OFFICER, OFFICERS, WITH_CHAIR, type Screen } from './screens-shape.ts';

const { rail } = officeHelp;

/** In the order of the rail within each section. */
export const screens: readonly Screen[] = [
  {
    path: '/hom-nay',
    word: rail.today,
    icon: House,
    section: 'daily',
    isAlways: true,
    count: 'today',
    Page: lazy(async () => ({ default: (await import('./today/today-page.tsx')).TodayPage })),
  },
  {
    path: '/tien-do',
    word: rail.progress,
    icon: ChartNoAxesColumn,
    section: 'daily',
    Page: lazy(async () => ({ default: (await import('./progress/progress-page.tsx')).ProgressPage })),
  },
  {
    path: '/ra-soat',
    word: rail.review,
    icon: ListChecks,
    section: 'daily',
    roles: OFFICERS,
    count: 'review',
    Page: lazy(async () => ({ default: (await import('./review/review-app.tsx')).ReviewApp })),
  },
  {
    path: '/kiem-tra-lai',
    word: rail.recheck,
    icon: ScanSearch,
    section: 'daily',
    roles: OFFICERS,
    Page: lazy(async () => ({ default: (await import('./trust/trust-app.tsx')).TrustApp })),
  },
  {
    path: FAMILY_ASKS_PATH,
    word: officeFamily.rail,
    icon: MessageSquareWarning,
    section: 'daily',
    roles: OFFICER,
    count: 'asks',
    Page: lazy(async () => ({ default: (await import('./family/family-asks-page.tsx')).FamilyAsksPage })),
  },
  {
    path: '/y-kien',
    word: rail.feedback,
    icon: MessagesSquare,
    section: 'daily',
    roles: OFFICER,
    count: 'feedback',
    Page: lazy(async () => ({ default: (await import('./feedback/feedback-page.tsx')).FeedbackPage })),
  },
  {
    path: DEVICES_PATH,
    word: officeDevices.rail,
    icon: Smartphone,
    section: 'daily',
    roles: OFFICER,
    count: 'devices',
    Page: lazy(async () => ({ default: (await import('./devices/devices-app.tsx')).DevicesApp })),
  },
  {
    path: '/xep-hang',
    word: rail.ranking,
    icon: Scale,
    section: 'awards',
    Page: lazy(async () => ({ default: (await import('./ranking/ranking-page.tsx')).RankingPage })),
  },
  {
    path: NOMINATIONS_PATH,
    word: officePaperWords.people.rail,
    icon: Award,
    section: 'awards',
    Page: lazy(async () => ({ default: (await import('./papers/nominations-page.tsx')).NominationsPage })),
  },
  {
    path: AWARDS_PATH,
    word: awardWords.rail,
    icon: Trophy,
    section: 'awards',
    roles: WITH_CHAIR,
    Page: lazy(async () => ({ default: (await import('./awards/awards-app.tsx')).AwardsApp })),
  },
  {
    path: DOCUMENTS_PATH,
    word: officeDocuments.rail,
    icon: FileText,
    section: 'awards',
    roles: WITH_CHAIR,
    Page: lazy(async () => ({ default: (await import('./documents/documents-page.tsx')).DocumentsPage })),
  },
  {
    path: RESULT_SLIPS_PATH,
    word: resultSlipWords.rail,
    icon: ReceiptText,
    section: 'awards',
    roles: OFFICER,
    Page: lazy(async () => ({ default: (await import('./result-slips/slips-page.tsx')).SlipsPage })),
  },
  {
    path: CERTIFICATES_PATH,
    word: certificateWords.rail,
    icon: Stamp,
    section: 'awards',
    roles: OFFICER,
    Page: lazy(async () => ({
      default: (await import('./certificates/certificates-app.tsx')).CertificatesApp,
    })),
  },
  {
    path: EXEMPLARS_PATH,
    word: rail.exemplars,
    icon: Megaphone,
    section: 'public',
    roles: OFFICERS,
    Page: lazy(async () => ({ default: (await import('./exemplars/exemplars-app.tsx')).ExemplarsApp })),
  },
  {
    path: '/so-theo-doi',
    word: rail.registers,
    icon: BookOpenText,
    section: 'public',
    roles: OFFICERS,
    Page: lazy(async () => ({ default: (await import('./registers/registers-page.tsx')).RegistersPage })),
  },
  {
    path: '/so-lieu-mo',
    word: openDataWords.rail,
    icon: Globe,
    section: 'public',
    Page: lazy(async () => ({ default: (await import('./open-data/open-data-page.tsx')).OpenDataPage })),
  },
  {
    path: '/bao-cao',
    word: rail.report,
    icon: FileChartColumn,
    section: 'public',
    Page: lazy(async () => ({ default: (await import('./report/report-page.tsx')).ReportPage })),
  },
  ...setupScreens,
];
