/** Tables of privacy; conventions as in `schema.ts`. */

/** A subject whose data were erased as a whole: what is sent of it later is refused. */
export interface ErasedTable {
  commune_id: string;
  /** `household`, or `form`: one campaign's form of a family that goes on, by its assessment. */
  kind: string;
  id: string;
  at: number;
}

/** A machine of the office was shown pictures of a form: one row a day, so that the log says it once a day. */
export interface SightTable {
  commune_id: string;
  device_id: string;
  assessment_id: string;
  /** Of UTC+7, counted from 1970. */
  day: number;
}

/** A form was opened on a machine of the office: one row a day, so that the log says it once a day. */
export type OpeningTable = SightTable;
