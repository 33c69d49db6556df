/** Opened inside Zalo, Facebook, Messenger or TikTok: the way to a browser that keeps what is filled. */
import { useState } from 'react';
import { fill } from '#client/messages/fill.ts';
import { inApp } from '#client/messages/in-app.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { copyText } from '#client/ui/copy-text.ts';
import { Notice } from '#client/ui/notice.tsx';
import { isAppleMobile } from './browser-kind.ts';
import { appNameOf, linkForBrowser } from './leave-app.ts';

export function InAppNotice() {
  const [copied, setCopied] = useState<boolean | null>(null);
  const isApple = isAppleMobile();
  const browser = isApple ? 'Safari' : 'Chrome';
  const app = appNameOf(navigator.userAgent) ?? inApp.other;
  const link = linkForBrowser(location.href, isApple);
  return (
    <Notice
      tone="hand"
      title={fill(inApp.title, { app })}
      actions={
        <>
          <LinkButton kind="main" href={link}>
            {fill(inApp.open, { browser })}
          </LinkButton>
          <Button onClick={() => void copyText(location.href).then(setCopied)}>{inApp.copy}</Button>
        </>
      }
    >
      <p>{fill(inApp.why, { browser })}</p>
      <p>{isApple ? inApp.byHand.share : inApp.byHand.menu}</p>
      <p role="status">
        {copied === true && fill(inApp.copied, { browser })}
        {copied === false && inApp.notCopied}
      </p>
      {copied === false && <p className="code">{location.href}</p>}
    </Notice>
  );
}
