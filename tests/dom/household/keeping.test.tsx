import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { familyAlone } from './family.tsx';
import { asked, DEVICE, NETWORK, PEOPLE, press, skipTo, state } from './walk.ts';

test('a form that was closed opens again where the family stopped, with every answer', async () => {
  const family = await familyAlone();
  const first = family.open();
  await asked(PEOPLE);
  await family.user.type(screen.getByRole('textbox'), '3');
  await press(family, 'Câu tiếp');
  await asked(DEVICE);
  await family.user.click(screen.getByRole('radio', { name: 'Có' }));
  await press(family, 'Câu tiếp');
  await asked(NETWORK);
  first.unmount();

  family.open();
  await asked(NETWORK);
  expect(screen.getByRole('img', { name: 'Đã làm 1/15 câu' })).toBeVisible();
  await press(family, 'Trước');
  await asked(DEVICE);
  expect(screen.getByRole('radio', { name: 'Có' })).toBeChecked();
});

test('what was just tapped is on disk when the page is hidden, without waiting', async () => {
  const family = await familyAlone();
  family.open();
  await skipTo(family, DEVICE);
  await family.user.click(screen.getByRole('radio', { name: 'Có' }));
  dispatchEvent(new Event('pagehide'));
  await waitFor(async () => expect((await family.stored())?.answers['B1.1']).toBe(true));
});

test('a full phone says so with two ways out, keeps what was typed, and a second try saves it', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  family.disk.isFull = true;
  await family.user.type(screen.getByRole('textbox'), '4');
  expect(await screen.findByText('CHƯA LƯU ĐƯỢC. Đừng đóng ứng dụng.')).toBeVisible();
  expect(state()).toHaveTextContent('Chưa lưu được.');
  expect(screen.getByText(/Máy hết chỗ trống/)).toBeVisible();
  expect(screen.getByRole('textbox')).toHaveValue('4');

  const files: { name: string; text: Promise<string> }[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) files.push({ name: blob.type, text: blob.text() });
    return 'blob:tep';
  });
  await press(family, 'Xuất tệp');
  expect(files).toHaveLength(1);
  expect(JSON.parse((await files[0]?.text) ?? '')).toMatchObject({ answers: { householdPeople14: 4 } });

  family.disk.isFull = false;
  await press(family, 'Thử lại');
  await waitFor(() => expect(state()).toHaveTextContent(/Đã lưu trên máy này lúc/));
  expect(screen.queryByText('CHƯA LƯU ĐƯỢC. Đừng đóng ứng dụng.')).toBeNull();
  expect((await family.stored())?.answers).toEqual({ householdPeople14: 4 });
});

test('large text is switched at once and remembered', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  const button = screen.getByRole('button', { name: 'Chữ to' });
  expect(button).not.toBePressed();
  await family.user.click(button);
  expect(button).toBePressed();
  expect(document.documentElement.dataset['text']).toBe('large');
  await waitFor(async () => expect((await family.pocket.settings()).largeText).toBe(true));
  await family.user.click(button);
  expect(document.documentElement.dataset['text']).toBeUndefined();
});

test('reading aloud is offered only where the phone has a Vietnamese voice, and ends with the question', async () => {
  const spoken: string[] = [];
  let ended = 0;
  const voices: { lang: string }[] = [{ lang: 'en-US' }];
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class extends EventTarget {
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    },
  );
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    cancel: () => {
      ended += 1;
    },
    speak: ({ text }: { text: string }) => spoken.push(text),
  });
  try {
    const mute = await familyAlone();
    const first = mute.open();
    await asked(PEOPLE);
    expect(screen.queryByRole('button', { name: 'Nghe' })).toBeNull();
    first.unmount();

    voices.push({ lang: 'vi-VN' });
    const family = await familyAlone();
    family.open();
    await asked(PEOPLE);
    await press(family, 'Nghe');
    expect(spoken[0]).toContain(PEOPLE);
    expect(screen.getByRole('button', { name: 'Dừng đọc' })).toBeVisible();
    const before = ended;
    await press(family, 'Bỏ qua, làm sau');
    expect(await screen.findByRole('button', { name: 'Nghe' })).toBeVisible();
    expect(ended).toBeGreaterThan(before);
    expect(spoken).toHaveLength(1);
  } finally {
    vi.unstubAllGlobals();
  }
});
