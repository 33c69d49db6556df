/** What the claims of one hamlet's or unit's sheet need beside their answers; a sheet without a desk shows suggestions alone. */
import { createContext, useContext, type ReactNode } from 'react';
import type { ActivityCount } from '#domain/activity-counts.ts';
import type { OfficialCount } from '#protocol/subject-records.ts';

export type OfficialFigure = Pick<OfficialCount, 'n' | 'd' | 'source' | 'date'>;

export interface ClaimDesk {
  /** From the log of activities, by criterion id. */
  counts: Readonly<Record<string, ActivityCount>>;
  /** Why the sheet says another figure than the one suggested, by criterion id. */
  reasons: Readonly<Record<string, string>>;
  /** Under which half a reason is kept on this phone. */
  keyOf: (criterionId: string) => string;
  keepReason: (criterionId: string, text: string) => Promise<void>;
  /** Figures an authority gave, by criterion id. */
  official: Readonly<Record<string, OfficialFigure>>;
  /** null: this role may read them only. A figure of null takes the present one out. */
  keepOfficial: ((criterionId: string, figure: OfficialFigure | null) => Promise<void>) | null;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Where the households who have not sent are; null for a unit. */
  householdsPath: string | null;
}

const DeskContext = createContext<ClaimDesk | null>(null);

export const ClaimDeskProvider = ({ desk, children }: { desk: ClaimDesk | null; children: ReactNode }) => (
  <DeskContext value={desk}>{children}</DeskContext>
);

export const useClaimDesk = (): ClaimDesk | null => useContext(DeskContext);
