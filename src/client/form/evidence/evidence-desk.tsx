/** What the evidence lists of one sheet need; a sheet without a desk shows none. */
import { createContext, useContext, type ReactNode } from 'react';
import type { Evidence } from '#protocol/subject-records.ts';
import type { StoredRow } from '#client/db/model.ts';

export interface EvidenceDesk {
  /** Of the whole sheet, oldest first. */
  shown: readonly StoredRow<'evidence'>[];
  /** Whose it is, for a new one. */
  owner: Pick<Evidence, 'campaignId' | 'subjectKind' | 'subjectId'>;
  newId: () => string;
  /** Resolves when it is on disk. */
  put: (value: Evidence, baseRev: number) => Promise<void>;
  remove: (row: StoredRow<'evidence'>) => Promise<void>;
  /** The commune holds the form: nothing may be changed now. */
  isLocked: boolean;
}

const DeskContext = createContext<EvidenceDesk | null>(null);

interface EvidenceDeskProviderProps {
  /** null: not read yet, or a sheet without evidence. */
  desk: EvidenceDesk | null;
  children: ReactNode;
}

export const EvidenceDeskProvider = ({ desk, children }: EvidenceDeskProviderProps) => (
  <DeskContext value={desk}>{children}</DeskContext>
);

export const useEvidenceDesk = (): EvidenceDesk | null => useContext(DeskContext);
