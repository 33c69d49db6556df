/** The talk between the sheet's people and the commune. What is written here waits in the outbox like everything else. */
import { useState } from 'react';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { operationSchema } from '#protocol/operation.ts';
import { bindingKindOf } from '#protocol/policy-roles.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { talkWords } from '#client/messages/hamlet.ts';
import { stateWords } from '#client/messages/states.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import type { Workspace } from '#client/workspace.ts';

interface Said {
  key: string;
  by: string;
  at: number;
  text: string;
  criterionId: string | undefined;
  /** The commune's own words wear its colour. */
  isOffice: boolean;
  isWaiting: boolean;
}

const TEXT_MAX = 2000;

async function readTalk(workspace: Workspace, assessmentId: string): Promise<Said[]> {
  const [rows, outbox] = await Promise.all([workspace.rows('comment'), workspace.outbox()]);
  const received = rows
    .filter(({ value }) => value.assessmentId === assessmentId)
    .map(({ value }): Said => ({
      key: value.id,
      by: value.byName,
      at: value.at,
      text: value.text,
      criterionId: value.criterionId,
      isOffice: bindingKindOf[value.byRole] === 'office',
      isWaiting: false,
    }));
  const known = new Set(received.map(({ key }) => key));
  const waiting = outbox
    .filter(
      ({ kind, opId, assessmentId: about }) =>
        kind === 'comment.add' && about === assessmentId && !known.has(opId),
    )
    .flatMap(({ text, opId, sealedAt, result }): Said[] => {
      const operation = operationSchema.safeParse(JSON.parse(text));
      if (!operation.success || operation.data.kind !== 'comment.add') return [];
      const { args } = operation.data;
      const isWaiting = result?.verdict !== 'applied';
      return [
        {
          key: opId,
          by: talkWords.me,
          at: sealedAt,
          text: args.text,
          criterionId: args.criterionId,
          isOffice: false,
          isWaiting,
        },
      ];
    });
  return [...received, ...waiting].sort((a, b) => a.at - b.at);
}

function Line({ said }: { said: Said }) {
  const { by, at, text, criterionId, isOffice, isWaiting } = said;
  const head = fill(criterionId === undefined ? talkWords.head : talkWords.headAbout, {
    by,
    time: formatTime(at),
    date: formatDate(at),
    code: criterionId ?? '',
  });
  return (
    <Notice tone={isOffice ? 'word' : 'plain'} title={head}>
      <p>{text}</p>
      {isWaiting && <p className="tone-honey">{stateWords.queued}</p>}
    </Notice>
  );
}

export function Talk({ assessmentId }: { assessmentId: string }) {
  const workspace = useWorkspace();
  const talk = useLive(() => readTalk(workspace, assessmentId), [workspace, assessmentId]);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  async function send(): Promise<void> {
    const words = text.trim();
    if (words === '') return setError(talkWords.empty);
    try {
      await workspace.comment(assessmentId, words);
      setText('');
      setError(undefined);
    } catch {
      // The words are still in the box.
      setError(talkWords.failed);
    }
  }

  return (
    <Sheet title={talkWords.title}>
      {talk?.map((said) => (
        <Line key={said.key} said={said} />
      ))}
      <TextArea
        label={talkWords.label}
        rows={2}
        maxLength={TEXT_MAX}
        value={text}
        onChange={(next) => {
          setText(next);
          setError(undefined);
        }}
        error={error}
      />
      <Button small onClick={() => void send()}>
        {talkWords.send}
      </Button>
    </Sheet>
  );
}
