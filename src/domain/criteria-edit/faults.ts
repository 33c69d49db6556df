/** What keeps a draft from being published, and where it stands. Words are the screen's. */

/** A field of the editor; the screen leads there. */
export type Place =
  | { kind: 'set'; field: 'name' | 'groups' | 'sum' | 'naCapPoints' | 'grades' | 'bytes' }
  | { kind: 'group'; index: number; field: 'code' | 'name' | 'criteria' }
  | { kind: 'criterion'; id: string; field: CriterionField; row?: number }
  | { kind: 'shared'; id: string; field: 'question' | 'range' | 'use' }
  | { kind: 'consistency'; index: number; field: 'items' | 'message' }
  | { kind: 'grade'; index: number; field: 'name' | 'min' };

export type CriterionField =
  | 'id'
  | 'code'
  | 'type'
  | 'text'
  | 'shortText'
  | 'maxPoints'
  | 'rule'
  | 'pillar'
  | 'planClause'
  | 'evidence'
  | 'evidenceKinds'
  | 'effort'
  | 'guide'
  | 'notApplicable'
  | 'sharedQuestion'
  | 'rollup'
  | 'numerator'
  | 'denominator'
  | 'targetPercent'
  | 'unit'
  | 'steps'
  | 'levels'
  | 'question'
  | 'options';

export type FaultCode =
  | 'empty'
  | 'tooLong'
  | 'notASum'
  | 'notPositive'
  | 'outOfRange'
  | 'duplicateCode'
  | 'duplicateId'
  | 'badId'
  | 'typeChanged'
  | 'noCriteria'
  | 'tooFewLevels'
  | 'levelsNotRising'
  | 'levelAboveMax'
  | 'highestNotMax'
  | 'noSteps'
  | 'stepsNotRising'
  | 'stepAboveMax'
  | 'missingOption'
  | 'unknownOption'
  | 'wrongControl'
  | 'noTicks'
  | 'tickedTooFew'
  | 'unknownItem'
  | 'wrongItemType'
  | 'levelOutOfItem'
  | 'itemNeverNotApplicable'
  | 'rollupNotHere'
  | 'unknownShared'
  | 'sharedNotForType'
  | 'sharedUnused'
  | 'sameItem'
  | 'cycle'
  | 'gradesNotFalling'
  | 'lowestGradeNotZero'
  | 'tooLarge'
  | 'shape';

export interface Fault {
  code: FaultCode;
  place: Place;
  /** Figures and names for the sentence: points in hundredths, ids as they are. */
  values?: Readonly<Record<string, string | number>>;
}
