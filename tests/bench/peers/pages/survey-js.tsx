import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.css';
import { Survey } from 'survey-react-ui';
import definition from 'virtual:form';
import { keep } from './keep.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
createRoot(root).render(<Survey model={new Model(definition)} />);
void keep();
