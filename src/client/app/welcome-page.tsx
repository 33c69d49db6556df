/** A phone that is nobody's yet: what this is, and the three ways in. */
import { ScanLine } from 'lucide-react';
import { welcome } from '#client/messages/welcome.ts';
import { PUBLIC_FEEDBACK_PATH } from '#client/subject/feedback-path.ts';
import { HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { SCAN_PATH } from '#client/subject/scan-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import styles from './app.module.css';
import { LargeTextButton } from './large-text-button.tsx';

export const WelcomePage = ({ isSlipUnreadable }: { isSlipUnreadable: boolean }) => (
  <Page
    head={
      <Bar title={welcome.heading}>
        <LargeTextButton />
      </Bar>
    }
  >
    {isSlipUnreadable && (
      <div role="alert">
        <Notice tone="hand">{welcome.badSlip}</Notice>
      </div>
    )}
    <p>{welcome.intro}</p>
    <p>{welcome.ways}</p>
    <div className={styles.ways}>
      <LinkButton kind="main" wide href={SCAN_PATH} icon={<ScanLine />}>
        {welcome.scan}
      </LinkButton>
      <LinkButton wide href="/ghep">
        {welcome.type}
      </LinkButton>
      <LinkButton kind="quiet" href="/kiem-tra">
        {welcome.check}
      </LinkButton>
      <LinkButton kind="quiet" href={PUBLIC_FEEDBACK_PATH}>
        {welcome.feedback}
      </LinkButton>
      <LinkButton kind="quiet" href={HAND_IN_PATH}>
        {welcome.handIn}
      </LinkButton>
      <LinkButton kind="quiet" href="/tinh-trang">
        {welcome.status}
      </LinkButton>
    </div>
  </Page>
);
