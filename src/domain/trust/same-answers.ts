/**
 * Forms filled in one straight line: many families of one typist with the very same answers, more than the commune's
 * own likeness explains. Families are alike, so it compares with what other typists' forms look like.
 */
export interface AnsweredForm {
  id: string;
  by: string;
  /** Canonical text of the answers. */
  answers: string;
}

export interface StraightLine {
  by: string;
  /** Ids of the largest class of equal forms. */
  same: string[];
  forms: number;
  /** Share of that class among the others' forms, in hundredths of a per cent. */
  elsewhere: number;
}

const FEWEST_SAME = 6;
/** Of one's own forms, in hundredths. */
const SHARE = 25;
/** As often as the same answers come up among everybody else's forms. */
const TIMES_ELSEWHERE = 3;

const largest = (forms: readonly AnsweredForm[]): readonly AnsweredForm[] => {
  const classes = new Map<string, AnsweredForm[]>();
  for (const form of forms) {
    const alike = classes.get(form.answers) ?? [];
    alike.push(form);
    classes.set(form.answers, alike);
  }
  return [...classes.values()].reduce<readonly AnsweredForm[]>(
    (most, alike) => (alike.length > most.length ? alike : most),
    [],
  );
};

/** Typists whose forms repeat themselves, most of them first. */
export function straightLines(forms: readonly AnsweredForm[]): StraightLine[] {
  const byPerson = new Map<string, AnsweredForm[]>();
  const everywhere = new Map<string, number>();
  for (const form of forms) {
    const own = byPerson.get(form.by) ?? [];
    own.push(form);
    byPerson.set(form.by, own);
    everywhere.set(form.answers, (everywhere.get(form.answers) ?? 0) + 1);
  }
  return [...byPerson]
    .flatMap(([by, own]): StraightLine[] => {
      const same = largest(own);
      const others = forms.length - own.length;
      const alike = (everywhere.get(same[0]?.answers ?? '') ?? 0) - same.length;
      const isOften = same.length >= FEWEST_SAME && same.length * 100 >= own.length * SHARE;
      const isMore = same.length * Math.max(1, others) > TIMES_ELSEWHERE * alike * own.length;
      if (!isOften || !isMore) return [];
      const elsewhere = others === 0 ? 0 : Math.round((alike * 10_000) / others);
      return [{ by, same: same.map(({ id }) => id), forms: own.length, elsewhere }];
    })
    .sort((a, b) => b.same.length - a.same.length || (a.by < b.by ? -1 : 1));
}
