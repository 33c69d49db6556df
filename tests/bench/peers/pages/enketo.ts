import { Form } from 'enketo-core';
import 'enketo-core/src/sass/plain/plain.scss';
import definition from 'virtual:form';
import { keep } from './keep.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
root.innerHTML = definition.form;
const form = root.querySelector('form.or');
const failures: string[] = new Form(form, { modelStr: definition.model }, {}).init();
if (failures.length > 0) throw new Error(failures.join('\n'));
void keep();
