import './form-io-global.ts';
import { Formio } from '@formio/js/form';
import '@formio/js/dist/formio.form.min.css';
import definition from 'virtual:form';
import { keep } from './keep.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
await Formio.createForm(root, definition);
void keep();
