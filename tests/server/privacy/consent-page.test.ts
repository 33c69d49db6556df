import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { consentTexts } from '#client/messages/consent.ts';
import { root } from '../../support/source-files.ts';

test('the consent texts in the documents are those on the screens, with their versions', () => {
  const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
  const [, shown] = /<!-- consent -->\n([\s\S]*?)\n<!-- end consent -->/.exec(page) ?? [];
  const lines = Object.entries(consentTexts).flatMap(
    ([purpose, { version, required, title, text, details }]) => [
      `**${title}** (\`${purpose}\` ${version}${required ? ', needed to send' : ''})`,
      '',
      `> ${text}`,
      '',
      ...details.map((line) => `- ${line}`),
      ...(details.length > 0 ? [''] : []),
    ],
  );
  expect(shown).toBe(lines.join('\n').trim());
});
