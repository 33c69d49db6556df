/** What the app says of sending must be true on a phone that sends only while the app is open (an iPhone). */
import { expect, test } from 'vitest';
import { stateSentences } from '#client/messages/states.ts';

// promise: P15
test('a form that waits says that it goes when there is a network and the app is open', () => {
  expect(stateSentences.queued).toContain('ứng dụng đang mở');
  expect(JSON.stringify(stateSentences)).not.toMatch(/kể cả khi đóng|dù đã đóng ứng dụng|chạy ngầm/i);
});
