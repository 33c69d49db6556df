/** Criteria sets: the list, and the editor of one. */
import { useRoute } from 'wouter';
import { EditorPage } from './editor-page.tsx';
import { CRITERIA_PATH } from './paths.ts';
import { SetsPage } from './sets-page.tsx';

export function CriteriaApp() {
  const [, params] = useRoute<{ setId: string }>(`${CRITERIA_PATH}/:setId`);
  return params ? <EditorPage key={params.setId} setId={params.setId} /> : <SetsPage />;
}
