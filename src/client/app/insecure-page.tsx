/** Plain http from elsewhere: storage and the worker are switched off there, so the app says so and does nothing. */
import { appTrouble } from '#client/messages/app-trouble.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Page } from '#client/ui/page.tsx';

export function InsecurePage({ href }: { href: string }) {
  const secure = href.replace(/^http:/, 'https:');
  return (
    <Page head={<Bar title={appTrouble.insecureTitle} />}>
      <p role="alert">{appTrouble.insecureText}</p>
      <p>{appTrouble.insecureDo}</p>
      <p>
        <a href={secure}>{secure}</a>
      </p>
    </Page>
  );
}
