/** Two phones differ: nothing is sent for anybody before a person has said which stands. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { chooseWords } from '#client/messages/choosing.ts';
import { fill } from '#client/messages/fill.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { useSheet } from './sheet-context.tsx';

export function ToChoose() {
  const { set, conflicts, choosePath } = useSheet();
  const ids = Object.keys(conflicts);
  if (ids.length === 0) return null;
  const codes = ids.map(
    (id) =>
      criteriaOf(set).find((each) => each.id === id)?.code ??
      set.sharedQuestions.find((each) => each.id === id)?.screen.question ??
      id,
  );
  return (
    <Notice
      tone="hand"
      title={fill(chooseWords.blocksTitle, { n: ids.length })}
      actions={
        <LinkButton kind="hand" wide href={choosePath()}>
          {chooseWords.go}
        </LinkButton>
      }
    >
      <p>{fill(chooseWords.blocksText, { codes: codes.join(', ') })}</p>
    </Notice>
  );
}
