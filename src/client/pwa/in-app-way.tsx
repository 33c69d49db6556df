/** {@link InAppNotice}, fetched only where it is needed: no family's form pays for it. */
import { lazy, Suspense } from 'react';
import { household } from '#client/messages/household.ts';
import { Notice } from '#client/ui/notice.tsx';

/** What stands until the rest is here, and where it cannot be fetched. */
const Plain = () => <Notice tone="hand">{household.inAppBrowser}</Notice>;

const InAppNotice = lazy(() =>
  import('./in-app-notice.tsx').then(
    ({ InAppNotice: Loaded }) => ({ default: Loaded }),
    () => ({ default: Plain }),
  ),
);

export const InAppWay = () => (
  <Suspense fallback={<Plain />}>
    <InAppNotice />
  </Suspense>
);
