/**
 * The shape of the JSON beside this file: points as people write them (whole or decimal), options as they were drawn
 * up. Looser than `CriteriaSet` because a JSON import knows no literal types; `load.ts` narrows it.
 */
type SourceOption = { value?: boolean | number | string; level?: string; id?: string; label: string };

export type SourceScreen = { question: string; help: string; control: string; options: SourceOption[] };

export type SourceRollup = {
  num: { op: string; item?: string; eq?: boolean; gte?: number; levelIndexGte?: number };
  den: string | { op: string; item: string };
  official?: string;
};

export type SourceCriterion = {
  id: string;
  code: string;
  text: string;
  shortText: string;
  type: string;
  max: number;
  unit?: string;
  steps?: { min: number; points: number }[];
  levels?: { id: string; label: string; points: number }[];
  numerator?: string;
  denominator?: string;
  target?: number;
  rule: string;
  pillar: string;
  sectorTags: string[];
  seed: string;
  evidence: string;
  evidenceKinds: string[];
  effort: number;
  guide?: string;
  help: string;
  note?: string;
  naReason?: string;
  sharedQuestion?: string;
  auto?: string;
  rollup?: SourceRollup;
  screen: SourceScreen;
};

export type SourceGroup = { code: string; name: string; items: SourceCriterion[] };

export type SourceSharedQuestion = {
  id: string;
  source: string;
  min: number;
  max: number;
  screen: SourceScreen;
};

export type SourceSet = {
  id: string;
  version: number;
  name: string;
  subjectKind: string;
  sector?: string;
  groups: SourceGroup[];
  sharedQuestions: SourceSharedQuestion[];
  consistency?: { item: string; rule: string; of: string; severity: string; message: string }[];
  /** Left out where the order of the criteria is the order of the screens. */
  screenOrder?: string[];
};

/** What every unit answers; a set of its own only together with a sector. */
export type SourceUnitCore = Pick<SourceSet, 'version' | 'subjectKind' | 'groups' | 'sharedQuestions'>;
export type SourceUnitSector = Pick<SourceSet, 'id' | 'name' | 'groups' | 'sharedQuestions'> & {
  sector: string;
};
