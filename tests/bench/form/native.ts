/** The benchmark's form in the words of each library that is measured beside ours. */
import { YES_NO, type Question } from './questions.ts';

const options = (labels: readonly string[]) => labels.map((text, value) => ({ value, text }));
const choicesOf = (question: Question): readonly string[] =>
  question.kind === 'level' ? question.levels : YES_NO;

function surveyElements(question: Question): object[] {
  const common = { name: question.id, title: question.text, description: question.help };
  switch (question.kind) {
    case 'count':
      return [{ ...common, type: 'text', inputType: 'number' }];
    case 'ratio':
      return [
        { ...common, name: `${question.id}n`, type: 'text', inputType: 'number' },
        { name: `${question.id}d`, title: question.denominator, type: 'text', inputType: 'number' },
      ];
    case 'text':
      return [{ ...common, type: 'comment' }];
    case 'yesNo':
    case 'level':
      return [{ ...common, type: 'radiogroup', choices: options(choicesOf(question)) }];
  }
}

/** SurveyJS, told of each key as the others are. */
export const surveyOf = (questions: readonly Question[]): object => ({
  textUpdateMode: 'onTyping',
  elements: questions.flatMap(surveyElements),
});

function formIoComponents({ id: key, text: label, help: description, ...question }: Question): object[] {
  const common = { key, label, description, input: true };
  const labels = question.kind === 'level' ? question.levels : YES_NO;
  switch (question.kind) {
    case 'count':
      return [{ ...common, type: 'number' }];
    case 'ratio':
      return [
        { ...common, key: `${key}n`, type: 'number' },
        { key: `${key}d`, label: question.denominator, type: 'number', input: true },
      ];
    case 'text':
      return [{ ...common, type: 'textarea' }];
    case 'yesNo':
    case 'level':
      return [
        { ...common, type: 'radio', values: labels.map((each, at) => ({ label: each, value: String(at) })) },
      ];
  }
}

export const formIoOf = (questions: readonly Question[]): object => ({
  display: 'form',
  components: questions.flatMap(formIoComponents),
});

const integer = (title: string, description = ''): object => ({ type: 'integer', title, description });

function propertiesOf(question: Question): [string, object][] {
  const { id, text: title, help: description } = question;
  switch (question.kind) {
    case 'count':
      return [[id, integer(title, description)]];
    case 'ratio':
      return [
        [`${id}n`, integer(title, description)],
        [`${id}d`, integer(question.denominator)],
      ];
    case 'text':
      return [[id, { type: 'string', title, description }]];
    case 'yesNo':
    case 'level':
      return [[id, { type: 'string', title, description, enum: choicesOf(question) }]];
  }
}

const isChoice = ({ kind }: Question): boolean => kind === 'yesNo' || kind === 'level';
const widgetOf = (question: Question): [string, object][] => {
  if (isChoice(question)) return [[question.id, { 'ui:widget': 'radio' }]];
  return question.kind === 'text' ? [[question.id, { 'ui:widget': 'textarea' }]] : [];
};

/** JSON Schema and the hints of rjsf beside it. */
export const rjsfOf = (questions: readonly Question[]): object => ({
  schema: { type: 'object', properties: Object.fromEntries(questions.flatMap(propertiesOf)) },
  uiSchema: Object.fromEntries(questions.flatMap(widgetOf)),
});
