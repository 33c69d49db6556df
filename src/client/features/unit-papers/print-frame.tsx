/** A page of papers that prints as an A4 sheet: no bar, no state, no buttons; black on white. */
import type { ReactNode } from 'react';
import { Page } from '#client/ui/page.tsx';

interface PrintFrameProps {
  head: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

export const PrintFrame = ({ head, foot, children }: PrintFrameProps) => (
  <Page head={<div className="no-print">{head}</div>} foot={foot}>
    {children}
  </Page>
);
