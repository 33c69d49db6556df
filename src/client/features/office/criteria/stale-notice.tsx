/** Two officers wrote one draft: both stand until a person says which goes on. */
import { differencesOf } from '#domain/criteria-edit/differences.ts';
import type { DraftSet } from '#domain/criteria-edit/draft.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { DifferenceList } from './difference-list.tsx';
import type { DraftDesk } from './use-draft.ts';

const words = criteriaWords.stale;
const SHOWN = 8;

interface StaleNoticeProps {
  stale: NonNullable<DraftDesk['stale']>;
  onChoose: (kept: DraftSet) => void;
}

export function StaleNotice({ stale: { mine, theirs }, onChoose }: StaleNoticeProps) {
  const differences = differencesOf(theirs, mine);
  return (
    <Notice
      tone="hand"
      title={words.title}
      actions={
        <>
          <button type="button" className={controls.button} onClick={() => onChoose(mine)}>
            {words.mine}
          </button>
          <button type="button" className={controls.button} onClick={() => onChoose(theirs)}>
            {words.theirs}
          </button>
        </>
      }
    >
      <p>{fill(words.text, { n: differences.length })}</p>
      <DifferenceList
        differences={differences.slice(0, SHOWN)}
        before={words.theirsHead}
        after={words.mineHead}
        households={undefined}
      />
      {differences.length > SHOWN && <p>{fill(words.more, { n: differences.length - SHOWN })}</p>}
    </Notice>
  );
}
