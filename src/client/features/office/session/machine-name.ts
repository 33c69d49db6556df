/** What a new passkey is called until its person writes something better. */
import { sessionWords } from '#client/messages/session.ts';

const { machines } = sessionWords.page;

/** `agent`: as the browser calls itself. */
export function machineName(agent: string): string {
  if (/Android/.test(agent)) return machines.android;
  if (/iPhone|iPad/.test(agent)) return machines.apple;
  if (/Windows/.test(agent)) return machines.windows;
  return /Macintosh/.test(agent) ? machines.mac : machines.other;
}
