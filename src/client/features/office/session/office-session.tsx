/** Around everything an officer sees: asks who is there when the commune does. */
import type { ReactNode } from 'react';
import { SessionDialog } from './session-dialog.tsx';
import { SessionProvider } from './session-seam.tsx';

export const OfficeSession = ({ children }: { children: ReactNode }) => (
  <SessionProvider>
    {children}
    <SessionDialog />
  </SessionProvider>
);
