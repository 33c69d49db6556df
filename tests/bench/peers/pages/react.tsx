/** The floor: React, native fields, nothing that runs per key but the save. */
import { createRoot } from 'react-dom/client';
import questions from 'virtual:form';
import { YES_NO, type Question } from '../../form/questions.ts';
import { keep } from './keep.ts';

function Field({ question }: { question: Question }) {
  const { id, text, help } = question;
  if (question.kind === 'text')
    return (
      <label>
        {text} <small>{help}</small> <textarea name={id} rows={4} />
      </label>
    );
  if (question.kind === 'count')
    return (
      <label>
        {text} <small>{help}</small> <input name={id} inputMode="numeric" />
      </label>
    );
  if (question.kind === 'ratio')
    return (
      <fieldset>
        <legend>{text}</legend>
        <small>{help}</small>
        <label>
          {question.numerator} <input name={`${id}n`} inputMode="numeric" />
        </label>
        <label>
          {question.denominator} <input name={`${id}d`} inputMode="numeric" />
        </label>
      </fieldset>
    );
  return (
    <fieldset>
      <legend>{text}</legend>
      <small>{help}</small>
      {(question.kind === 'level' ? question.levels : YES_NO).map((label) => (
        <label key={label}>
          <input type="radio" name={id} value={label} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
createRoot(root).render(
  <form>
    {questions.map((question: Question) => (
      <Field key={question.id} question={question} />
    ))}
  </form>,
);
void keep();
