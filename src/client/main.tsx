/** The composition root: reads what this phone knows, and mounts a family's app or everything else. */
import { firstReads, loadApp, pocket } from './first-reads.ts';
import { lazy, StrictMode, Suspense, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { chosenProfileId } from './app/chosen-profile.ts';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { InsecurePage } from './app/insecure-page.tsx';
import { OpenFailure } from './app/open-failure.ts';
import { applySettings, SettingsProvider } from './app/settings-context.tsx';
import { startOf } from './app/start.ts';
import { HouseholdApp } from './features/household/household-app.tsx';
import { isInAppBrowser } from './pwa/browser-kind.ts';
import { watchInstallOffer } from './pwa/install-offer.ts';
import { PwaProvider } from './pwa/pwa-context.tsx';
import { reloadOnMissingChunk } from './pwa/reload-on-missing-chunk.ts';
import { createUpdates } from './pwa/updates.ts';
import { UpdateBanner } from './pwa/update-banner.tsx';
import { whenNobodyEdits } from './pwa/when-nobody-edits.ts';
import { whenQuiet } from './pwa/when-quiet.ts';
import './ui/base.css';

const App = lazy(async () => ({ default: (await loadApp()).App }));

const build = String(import.meta.env['VITE_BUILD_ID']);
const pwa = { install: watchInstallOffer(globalThis), updates: createUpdates() };

const Failing = ({ failure }: { failure: unknown }): ReactNode => {
  throw failure;
};

async function screen(): Promise<ReactNode> {
  const [profiles, settings, campaign] = await firstReads;
  applySettings(settings);
  const start = startOf(location, profiles, chosenProfileId());
  return (
    <SettingsProvider pocket={pocket} first={settings}>
      {start.kind === 'household' ? (
        <HouseholdApp
          {...start}
          pocket={pocket}
          campaign={campaign}
          build={build}
          isInAppBrowser={isInAppBrowser()}
        />
      ) : (
        <Suspense fallback={null}>
          <App
            pocket={pocket}
            profiles={profiles}
            campaign={campaign}
            build={build}
            isInAppBrowser={isInAppBrowser()}
            isSlipUnreadable={start.isSlipUnreadable}
          />
        </Suspense>
      )}
    </SettingsProvider>
  );
}

const unavailable = (cause: unknown): ReactNode => (
  <Failing failure={new OpenFailure('storageUnavailable', { cause })} />
);

async function mount(container: Element): Promise<void> {
  const root = createRoot(container);
  if (!isSecureContext) return root.render(<InsecurePage href={location.href} />);
  const content = await screen().catch(unavailable);
  root.render(
    <StrictMode>
      <PwaProvider pwa={pwa}>
        <ErrorBoundary>
          <UpdateBanner />
          {content}
        </ErrorBoundary>
      </PwaProvider>
    </StrictMode>,
  );
}

/** The worker, which makes the next start possible without a network. */
async function startWorker(): Promise<void> {
  if (!import.meta.env.PROD || !isSecureContext || !('serviceWorker' in navigator)) return;
  const { registerWorker } = await import('./pwa/register.ts');
  await registerWorker(pwa.updates, await pocket.profiles());
}

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
reloadOnMissingChunk(globalThis, build);
// Another slip scanned into this very tab changes only the fragment.
addEventListener('hashchange', () => {
  if (location.pathname === '/p' && location.hash.length > 1) void whenNobodyEdits(() => location.reload());
});
// A page the browser kept whole may show what was closed since: it asks again whose it is.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
mount(container).catch(reportError);
addEventListener('load', () => whenQuiet(() => void startWorker().catch(reportError)), { once: true });
