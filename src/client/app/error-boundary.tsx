/** The last net: says that the data are still here, and offers to load again. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { common } from '#client/messages/common.ts';
import { appTrouble } from '#client/messages/app-trouble.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';
import { troubleWords } from './trouble-words.ts';

interface Caught {
  error: unknown;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, { caught: Caught | null }> {
  override state: { caught: Caught | null } = { caught: null };

  static getDerivedStateFromError(error: unknown): { caught: Caught } {
    return { caught: { error } };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // For whoever looks at this phone with a cable; nothing leaves it.
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (caught === null) return this.props.children;
    return (
      <Page
        head={<Bar title={appTrouble.errorTitle} />}
        foot={
          <Dock>
            <Button kind="main" onClick={() => location.reload()}>
              {common.reload}
            </Button>
          </Dock>
        }
      >
        <p role="alert">{troubleWords(caught.error)}</p>
        {!navigator.onLine && <p>{appTrouble.errorNoNetwork}</p>}
      </Page>
    );
  }
}
