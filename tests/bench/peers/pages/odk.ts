import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms';
import definition from 'virtual:form';
import { createApp, h } from 'vue';
import { keep } from './keep.ts';

const missing = async (): Promise<Response> => new Response(null, { status: 404 });
const page = {
  render: () => h(OdkWebForm, { formXml: definition, fetchFormAttachment: missing }),
};
createApp(page).use(webFormsPlugin).mount('#root');
void keep();
