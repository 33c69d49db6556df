/** react-hook-form's resolver: the schema derived from the set, over the sheet as it would be sent. */
import type { FieldErrors, Resolver } from 'react-hook-form';
import type { Answers } from '#domain/answers.ts';
import { answersSchemaFor } from '#domain/answers-schema.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { wrongShape } from '#domain/check-messages.ts';
import { fieldKey } from './field-key.ts';
import { splitValues, type FormValues } from './field-value.ts';

export function sheetResolver(set: CriteriaSet, given: Answers): Resolver<FormValues> {
  const schema = answersSchemaFor(set);
  return (values) => {
    const parsed = schema.safeParse({ ...splitValues(values).answers, ...given });
    if (parsed.success) return { values, errors: {} };
    const errors: FieldErrors<FormValues> = {};
    for (const { path } of parsed.error.issues) {
      errors[fieldKey(String(path[0] ?? ''))] = { type: 'wrongShape', message: wrongShape() };
    }
    return { values: {}, errors };
  };
}
