import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import definition from 'virtual:form';
import { keep } from './keep.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
createRoot(root).render(<Form {...definition} validator={validator} />);
void keep();
