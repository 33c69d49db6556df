/** How much waits in each place of the rail. */
export interface Counts {
  today: number;
  review: number;
  asks: number;
  feedback: number;
  /** Phones that wait for the officer's word. */
  devices: number;
}
export const noCounts: Counts = { today: 0, review: 0, asks: 0, feedback: 0, devices: 0 };
