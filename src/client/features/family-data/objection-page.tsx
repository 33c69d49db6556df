/** "Phiếu nhập thay không đúng ý gia đình": a reason picked or typed; the commune alone reads it. */
import { useId, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { familyData } from '#client/messages/family-data.ts';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import { AskPage } from './ask-page.tsx';
import { object } from './commands.ts';
import type { Owner } from './read-family-data.ts';

const { objection: words } = familyData;
const OTHER = 'khac';
const WORDS_MAX = 800;

/** What was picked, and what was told besides. */
export function reasonOf(picked: string, told: string): string {
  const more = told.trim();
  if (picked === OTHER) return more;
  return more === '' ? picked : `${picked}. ${more}`;
}

export function ObjectionPage({ owner, submission }: { owner: Owner; submission: string }) {
  const workspace = useWorkspace();
  const labelId = useId();
  const [picked, setPicked] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const options = [
    ...words.reasons.map((reason) => ({ value: reason, label: reason })),
    { value: OTHER, label: words.other },
  ];
  const lacksWords = picked === OTHER && told.trim() === '';
  const obstacle = picked === null ? words.choose : lacksWords ? words.write : null;
  return (
    <AskPage
      title={words.title}
      what={[words.what, words.private]}
      obstacle={obstacle}
      send={() => object(workspace, owner, { submission, reason: reasonOf(picked ?? '', told) })}
    >
      <h2 id={labelId}>{words.ask}</h2>
      <ChoiceGroup<string> labelledBy={labelId} options={options} value={picked} onChange={setPicked} small />
      {picked !== null && (
        <TextArea
          label={picked === OTHER ? words.tellOther : words.tell}
          rows={3}
          maxLength={WORDS_MAX}
          value={told}
          onChange={setTold}
        />
      )}
    </AskPage>
  );
}
