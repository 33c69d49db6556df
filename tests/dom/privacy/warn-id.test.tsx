import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { CodeRefused } from '#client/features/household/code-refused.tsx';
import { WarnId } from '#client/form/warn-id.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import { warnId as words } from '#client/messages/warn-id.ts';

const idle = { kind: 'idle' as const };
const workspace = { onPhase: () => () => undefined, phase: () => idle };
/** What stands by on every page of a family's form, beside the one question that takes words. */
function FamilyForm() {
  const [text, setText] = useState('');
  return (
    <>
      <CodeRefused workspace={workspace} answers={{ B15: { text, level: 'none' } }} />
      <TextArea label="Góp ý" value={text} onChange={setText} />
    </>
  );
}
function Form() {
  const [text, setText] = useState('');
  return (
    <>
      <WarnId />
      <TextArea label="Góp ý" value={text} onChange={setText} />
      <output>{text}</output>
    </>
  );
}
const field = () => screen.getByRole('textbox', { name: 'Góp ý' });

test('a number of an identity paper is noticed while typing, and taken out on a tap', async () => {
  render(<Form />);
  await userEvent.type(field(), 'Bà Lan 0010990123');
  expect(screen.queryByText(words.title)).toBeNull();
  await userEvent.type(field(), '45 ở xóm 3');
  expect(await screen.findByText(words.title)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: words.remove }));
  expect(field()).toHaveValue('Bà Lan  ở xóm 3');
  expect(screen.getByText('Bà Lan ở xóm 3', { selector: 'output' })).toBeVisible();
  expect(screen.queryByText(words.title)).toBeNull();
  expect(field()).toHaveFocus();
});

test('whoever says that it is none goes on undisturbed, until a field without one gets another', async () => {
  render(<Form />);
  await userEvent.type(field(), '001099012345');
  await userEvent.click(await screen.findByRole('button', { name: words.keep }));
  expect(field()).toHaveValue('001099012345');
  await userEvent.type(field(), ' là mã kho');
  expect(screen.queryByText(words.title)).toBeNull();
  await userEvent.clear(field());
  await userEvent.type(field(), '012345678901');
  expect(await screen.findByText(words.title)).toBeVisible();
});

test('in a family’s form the warning is fetched when a number comes near, also for one that was pasted', async () => {
  const { container } = render(<FamilyForm />);
  await userEvent.click(field());
  await userEvent.paste('0912 345');
  expect(screen.queryByText(words.title)).toBeNull();
  expect(container.querySelector('[role=status]')).toBeNull();
  await userEvent.clear(field());
  await userEvent.paste('001 099 012 345');
  expect(await screen.findByText(words.title)).toBeVisible();
});
