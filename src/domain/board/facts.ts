/** What the public board tells: places, figures and those who said yes. No family, no answer, no score of a household. */
import type { OpenGroup } from '../open-data/document.ts';
import type { ReleaseHead } from '../open-data/catalogue.ts';
import type { CriteriaSet, Sector } from '../criteria.ts';

/** How a form stands, as the public is told: what was returned is at the commune still, and whose turn it is is nobody's matter. */
export type PublicState = 'notSent' | 'draft' | 'received' | 'underReview' | 'verified' | 'final';

export interface BoardHamlet {
  name: string;
  /** Families whose form the commune has, of those living there; 0 = not known. */
  sent: number;
  listed: number;
  state: PublicState;
}

export interface BoardExemplar {
  id: string;
  title: string;
  who: string;
  story: string;
  result: string;
  /** Its first picture, small, where there is a yes to pictures and the commune has it: the stored file, and its shape. */
  photo: { file: string; w: number; h: number } | null;
}

export interface BoardFacts {
  commune: { name: string; parent: string; address: string; phone: string; standingOffice: string };
  campaign: { title: string; shortTitle: string; year: number };
  /** Of families: as people say it, and the first moment that is too late (epoch ms). */
  deadline: { phrase: string; cutoffAt: number } | null;
  /** When these figures were read, epoch ms. */
  readAt: number;
  hamlets: BoardHamlet[];
  units: { name: string; sector: Sector; state: PublicState }[];
  /** Official results by group: how far it came in each pillar, and the order. */
  groups: OpenGroup[];
  rankings: { group: string; frozenAt: number; places: { rank: number; name: string; points: number }[] }[];
  /** Decided, and named with their yes. */
  awarded: { name: string; achievement: string }[];
  /** Published, with their yes. */
  exemplars: BoardExemplar[];
  criteria: CriteriaSet[];
  /** Releases of open data, the newest first. */
  releases: ReleaseHead[];
  /** Heads of the log by day (`YYYY-MM-DD`), the newest first. */
  heads: { date: string; log: string }[];
}

/** What the commune was sent of its hamlets' families, together. */
export const familiesOf = ({ hamlets }: Pick<BoardFacts, 'hamlets'>): { sent: number; listed: number } => ({
  sent: hamlets.reduce((sum, { sent }) => sum + sent, 0),
  listed: hamlets.reduce((sum, { listed }) => sum + listed, 0),
});
