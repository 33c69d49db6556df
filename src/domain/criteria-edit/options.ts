/** What is tapped on the phone follows what the criterion is: one option a level, one for "không áp dụng", in order. */
import type { DraftCriterion, DraftOption } from './draft.ts';

/** Words of options nobody has written yet. */
export interface OptionWords {
  yes: string;
  no: string;
}

const ofKind = <Kind extends DraftOption['kind']>(options: readonly DraftOption[], kind: Kind) =>
  options.filter((option): option is Extract<DraftOption, { kind: Kind }> => option.kind === kind);

/** Controls a type may have; the first is the usual one. `auto` is filled in by the machine, and only shown. */
export const controlsOf = {
  yesno: ['yesno', 'auto'],
  level: ['choice', 'auto'],
  text: ['choiceText'],
  ratio: ['ratio', 'auto'],
  count: ['stepper', 'checklist', 'auto'],
} as const satisfies Record<DraftCriterion['type'], readonly DraftCriterion['screen']['control'][]>;

const mainOptions = (
  { type, levels = [], screen: { control, options } }: DraftCriterion,
  before: DraftCriterion | undefined,
  words: OptionWords,
): DraftOption[] => {
  switch (type) {
    case 'yesno': {
      const kept = ofKind(options, 'yesno');
      return [true, false].map(
        (value): DraftOption =>
          kept.find((option) => option.value === value) ?? {
            kind: 'yesno',
            value,
            label: value ? words.yes : words.no,
          },
      );
    }
    case 'level':
    case 'text': {
      const kept = ofKind(options, 'level');
      return levels.map(({ id, label }): DraftOption => {
        const option = kept.find(({ level }) => level === id);
        const was = before?.levels?.find((level) => level.id === id)?.label;
        // A label of its own stays; one that only repeated the level's goes on repeating it.
        return option === undefined || option.label === was || option.label === ''
          ? { kind: 'level', level: id, label }
          : option;
      });
    }
    case 'count':
      return control === 'checklist' ? [...ofKind(options, 'tick'), ...ofKind(options, 'none')] : [];
    case 'ratio':
      return [];
  }
};

/** The criterion with its options brought in line with its type, levels and "không áp dụng". */
export function withOptions(
  criterion: DraftCriterion,
  before: DraftCriterion | undefined,
  words: OptionWords,
): DraftCriterion {
  const { screen, notApplicable } = criterion;
  const known: readonly string[] = controlsOf[criterion.type];
  const control = known.includes(screen.control) ? screen.control : controlsOf[criterion.type][0];
  const shaped = { ...criterion, screen: { ...screen, control } };
  const [na] = ofKind(screen.options, 'na');
  const naLabel =
    na === undefined || na.label === '' || na.label === before?.notApplicable
      ? (notApplicable ?? '')
      : na.label;
  return {
    ...shaped,
    screen: {
      ...shaped.screen,
      options: [
        ...mainOptions(shaped, before, words),
        ...(notApplicable === undefined ? [] : [{ kind: 'na', label: naLabel } as const]),
      ],
    },
  };
}
