/** One helper's phone: whose, until when, what it has not sent, and the way to cut it off. */
import { formatDate, formatNumber, formatTime } from '#domain/vietnamese/format.ts';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import { serves, type Helper } from './read-helpers.ts';

const { helpers: words } = deviceWords;

const glyphs: Record<Helper['standing'], GlyphState> = {
  waiting: 'queued',
  silent: 'queued',
  working: 'received',
  expired: 'withdrawn',
  revoked: 'withdrawn',
};

const when = (at: number): string => `${formatTime(at)} ngày ${formatDate(at)}`;

function standingWords({ device, standing }: Helper): string {
  if (standing === 'revoked') return `${words.cutOff}.`;
  if (standing === 'expired') return `${words.over}.`;
  return device.expiresAt === undefined ? '' : fill(words.serves, { date: formatDate(device.expiresAt) });
}

export function HelperItem({ helper, onRevoke }: { helper: Helper; onRevoke: () => void }) {
  const { device, name, standing } = helper;
  return (
    <li>
      <Glyph state={glyphs[standing]} />
      <div>
        <h3>{name}</h3>
        <p>
          {standingWords(helper)} {fill(words.seen, { when: when(device.seenAt) })}{' '}
          {device.waiting > 0 && fill(words.waiting, { n: formatNumber(device.waiting) })}
        </p>
        {serves(helper) && (
          <Button small aria-label={fill(words.revokeOf, { name })} onClick={onRevoke}>
            {words.revoke}
          </Button>
        )}
      </div>
    </li>
  );
}
