/** One request about the family's data: what the commune does then and by when, and a word to it. */
import { useState } from 'react';
import type { DataRequest } from '#protocol/family-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { familyData } from '#client/messages/family-data.ts';
import { TextArea } from '#client/ui/text-field.tsx';
import { AskPage } from './ask-page.tsx';
import { ask } from './commands.ts';
import type { Owner } from './read-family-data.ts';

const { request: words } = familyData;
const WORDS_MAX = 1000;

interface RequestPageProps {
  owner: Owner;
  kind: DataRequest['kind'];
  /** The same is asked already and not answered. */
  isOpen: boolean;
}

export function RequestPage({ owner, kind, isOpen }: RequestPageProps) {
  const workspace = useWorkspace();
  const [told, setTold] = useState('');
  const reason = told.trim();
  const needsWords = kind === 'correct';
  const lacksWords = needsWords && reason === '' ? words.write : null;
  return (
    <AskPage
      title={words.kinds[kind]}
      what={[words.what[kind], words.intro]}
      obstacle={isOpen ? words.already : lacksWords}
      send={() => ask(workspace, owner, { kind, reason })}
    >
      <TextArea
        label={needsWords ? words.tellCorrect : words.tell}
        rows={3}
        maxLength={WORDS_MAX}
        value={told}
        onChange={setTold}
      />
    </AskPage>
  );
}
