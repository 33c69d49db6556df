import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { stateWords } from '#client/messages/states.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Glyph, toneOf, type GlyphState } from '#client/ui/glyph.tsx';
import { Nav } from '#client/ui/nav.tsx';
import { NumberField } from '#client/ui/number-field.tsx';
import { QrCode, qrPath } from '#client/ui/qr-code.tsx';
import { ScoreScale } from '#client/ui/score-scale.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { Stepper } from '#client/ui/stepper.tsx';
import { TextField } from '#client/ui/text-field.tsx';

/** Every state a person may see. */
const glyphStates: readonly GlyphState[] = [
  'draft',
  'unsaved',
  'queued',
  'sending',
  'received',
  'safe',
  'withdrawn',
  'underReview',
  'returned',
  'conflict',
  'lockedOut',
  'setAside',
  'verified',
  'final',
];

const user = userEvent.setup({ delay: null });

test('the state line says the word, then the sentence; only the word is spoken when it changes', () => {
  render(<StateLine state="queued" sentence="Phiếu còn nguyên trên máy này." href="/hang-cho" />);
  const line = screen.getByRole('status');
  expect(line).toHaveTextContent('Chờ gửi. Phiếu còn nguyên trên máy này.');
  expect(within(line).getByText('Phiếu còn nguyên trên máy này.')).toHaveAttribute('aria-live', 'off');
  expect(within(line).getByRole('link')).toHaveAttribute('href', '/hang-cho');
});

test('every state has a glyph of its own, hidden from speech', () => {
  expect([...glyphStates].sort()).toEqual(Object.keys(stateWords).sort());
  const drawings = glyphStates.map((state) => {
    const { container, unmount } = render(<Glyph state={state} />);
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    const drawing = container.innerHTML;
    unmount();
    return drawing;
  });
  expect(new Set(drawings).size).toBe(glyphStates.length);
});

test('what needs a hand is square and lacquer, and nothing else is', () => {
  const squares = glyphStates.filter((state) => {
    const { container, unmount } = render(<Glyph state={state} />);
    const isSquare = container.querySelector('rect') !== null;
    unmount();
    return isSquare;
  });
  expect(squares).toEqual(['unsaved', 'returned', 'conflict', 'lockedOut', 'setAside']);
  expect(glyphStates.filter((state) => toneOf(state) === 'lacquer')).toEqual(squares);
});

test('a group of choices is real radio buttons, and the chosen one says so in words', async () => {
  function Held() {
    const [value, setValue] = useState<'a' | 'b' | null>(null);
    const options = [
      { value: 'a', label: 'Có' },
      { value: 'b', label: 'Chưa' },
    ] as const;
    return <ChoiceGroup label="Câu hỏi" options={options} value={value} onChange={setValue} />;
  }
  render(<Held />);
  const group = screen.getByRole('radiogroup', { name: 'Câu hỏi' });
  expect(within(group).queryByText('đã chọn')).toBeNull();
  await user.click(within(group).getByRole('radio', { name: 'Chưa' }));
  expect(within(group).getByRole('radio', { name: 'Chưa' })).toBeChecked();
  expect(within(group).getAllByText('đã chọn')).toHaveLength(1);
});

test('a number field takes Vietnamese and English marks, and keeps what it cannot read', async () => {
  const seen: (number | null)[] = [];
  function Held() {
    const [value, setValue] = useState<number | null>(null);
    const change = (next: number | null): void => {
      seen.push(next);
      setValue(next);
    };
    return <NumberField label="Số hộ" unit="hộ" max={5000} value={value} onChange={change} />;
  }
  render(<Held />);
  const field = screen.getByLabelText('Số hộ');
  await user.type(field, '1.234');
  expect(seen.at(-1)).toBe(1234);
  expect(field).toHaveValue('1.234');
  await user.clear(field);
  await user.type(field, '12,5');
  expect(seen.at(-1)).toBeNull();
  expect(field).toHaveValue('12,5');
  expect(field).toBeInvalid();
  expect(screen.getByRole('alert')).toHaveTextContent('số tròn');
  await user.clear(field);
  await user.type(field, '9999');
  expect(screen.getByRole('alert')).toHaveTextContent('Số này nhiều nhất là 5.000.');
  await user.clear(field);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a stepper starts at one, stays in its range, and its buttons have spoken names', async () => {
  function Held() {
    const [value, setValue] = useState<number | null>(null);
    return <Stepper label="Số người" unit="người" min={0} max={2} value={value} onChange={setValue} />;
  }
  render(<Held />);
  const more = screen.getByRole('button', { name: 'Thêm một người' });
  const field = screen.getByRole('textbox', { name: 'Số người' });
  await user.click(more);
  expect(field).toHaveValue('1');
  await user.click(more);
  await user.click(more);
  expect(field).toHaveValue('2');
  expect(more).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('button', { name: 'Bớt một người' }));
  expect(field).toHaveValue('1');
});

test('a field ties its help and its error to the control', () => {
  render(
    <TextField label="Tên" help="Như trên giấy" error="Mời ghi tên" value="" onChange={() => undefined} />,
  );
  const field = screen.getByLabelText('Tên');
  expect(field).toHaveAccessibleDescription(/Như trên giấy.*Mời ghi tên/);
  expect(field).toBeInvalid();
});

test('a QR code keeps its quiet zone and says what it is', () => {
  render(<QrCode text="https://xa.example/kiem-tra#K3QF72MA7" label="Mã QR của biên nhận" />);
  expect(screen.getByRole('img', { name: 'Mã QR của biên nhận' })).toBeVisible();
  const { size, path } = qrPath('https://xa.example/kiem-tra#K3QF72MA7');
  const coordinates = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...coordinates)).toBe(4);
  expect(Math.max(...coordinates)).toBe(size - 5);
});

test('two equal answers look the same; a leading dock has its main act last', () => {
  render(
    <>
      <Dock equal>
        <Button>Không đồng ý</Button>
        <Button>Đồng ý</Button>
      </Dock>
      <Bar title="Tựa" back="/xom" />
      <ScoreScale have={8269} may={600} label="82,69 điểm" ticks={[{ at: 8000, label: 'Tốt' }]} />
      <Nav label="Chính" current="/xom" items={[{ href: '/xom', label: 'Xóm tôi', icon: null, count: 3 }]} />
    </>,
  );
  expect(screen.getByRole('button', { name: 'Không đồng ý' }).className).toBe(
    screen.getByRole('button', { name: 'Đồng ý' }).className,
  );
  expect(screen.getByRole('link', { name: 'Quay lại' })).toHaveAttribute('href', '/xom');
  expect(screen.getByRole('img', { name: '82,69 điểm' })).toBeVisible();
  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Xóm tôi');
  expect(screen.getByRole('img', { name: '3 việc' })).toBeVisible();
});

test('what is pasted is kept as composed letters, without signs nobody sees', async () => {
  const user = userEvent.setup({ delay: null });
  const kept: string[] = [];
  render(<TextField label="Tên" value="" onChange={(text) => kept.push(text)} />);
  await user.click(screen.getByLabelText('Tên'));
  await user.paste('Ng\u0075\u0079\u0065\u0302\u0303n\u00A0Va\u0306n\u200B A\u0302\u0301n\uFEFF');
  expect(kept.at(-1)).toBe('Nguyễn Văn Ấn');
});
