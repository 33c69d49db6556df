/** The benchmark's form as ODK XForms has it, for ODK Web Forms and, transformed, for Enketo. */
import { YES_NO, type Question } from './questions.ts';

interface Field {
  name: string;
  type: 'int' | 'string';
  control: string;
}

const body = (name: string, label: string, hint = ''): string =>
  `ref="/data/${name}"><label>${label}</label>${hint === '' ? '' : `<hint>${hint}</hint>`}`;

const chosen = (question: Question, options: readonly string[]): Field[] => [
  {
    name: question.id,
    type: 'string',
    control: `<select1 ${body(question.id, question.text, question.help)}${options
      .map((label, at) => `<item><label>${label}</label><value>${at}</value></item>`)
      .join('')}</select1>`,
  },
];

const typed = (name: string, type: Field['type'], label: string, hint: string): Field => ({
  name,
  type,
  control: `<input ${type === 'string' ? 'appearance="multiline" ' : ''}${body(name, label, hint)}</input>`,
});

function fieldsOf(question: Question): Field[] {
  const { id, text, help } = question;
  switch (question.kind) {
    case 'yesNo':
      return chosen(question, YES_NO);
    case 'level':
      return chosen(question, question.levels);
    case 'count':
      return [typed(id, 'int', text, help)];
    case 'ratio':
      return [
        typed(`${id}n`, 'int', `${text} ${question.numerator}`, help),
        typed(`${id}d`, 'int', question.denominator, ''),
      ];
    case 'text':
      return [typed(id, 'string', text, help)];
  }
}

/** XML; our texts hold nothing that would have to be escaped in it. */
export function xFormOf(questions: readonly Question[]): string {
  const fields = questions.flatMap(fieldsOf);
  return `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<h:head><h:title>Phiếu đo</h:title><model><instance><data id="bench" version="1">${fields
    .map(({ name }) => `<${name}/>`)
    .join('')}<orx:meta><orx:instanceID/></orx:meta></data></instance>${fields
    .map(({ name, type }) => `<bind nodeset="/data/${name}" type="${type}"/>`)
    .join('')}<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/></model></h:head>
<h:body>${fields.map(({ control }) => control).join('')}</h:body></h:html>`;
}
