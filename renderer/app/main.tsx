import '#ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invoke } from '#adapters/host/host.ts';
import { createSearchDesk } from '#adapters/search/search-desk.ts';
import { SearchProvider } from '#adapters/search/use-search.tsx';
import { StoreProvider } from '#adapters/store/store.tsx';
import { rememberedName } from '#data/cache-name.ts';
import { createSignal } from '#data/signal.ts';
import { painted } from '#ui/painted.ts';
import { claimPressableStyle } from '#ui/pressable-style.ts';
import { UiRoot } from '#ui/ui-root.tsx';
import { bootSession } from './boot/boot.ts';
import { readFirstFonts } from './boot/first-fonts.ts';
import { idle } from './boot/idle.ts';
import type { AskState } from './boot/open-cache.ts';
import { readFirst } from './boot/read-first.ts';
import { preloadPages } from './routes/lazy-pages.ts';
import { createAppRouter } from './routes/router.tsx';
import { SessionProvider } from './session.tsx';
import { CannotStart } from './shell/cannot-start.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { QuitGuard } from './shell/quit-guard.tsx';
import { RestoredQuestion } from './shell/restored-question.tsx';
import { RouterView } from './shell/router-view.tsx';

claimPressableStyle(document);

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
const root = createRoot(place);

const shown = createSignal(false);
const isShown = new Promise<void>((resolve) => shown.subscribe(resolve));
const search = createSearchDesk();
const fonts = readFirstFonts();
const askState: AskState = (times) =>
  new Promise((resolve) => {
    root.render(
      <StrictMode>
        <UiRoot>
          <RestoredQuestion onChoose={resolve} times={times} />
        </UiRoot>
      </StrictMode>,
    );
  });
const session = await bootSession(isShown, askState);
if (session.ok) await readFirst(session.value);
await fonts;
root.render(
  <StrictMode>
    <UiRoot>
      <ErrorBoundary>
        {session.ok ? (
          <SessionProvider session={session.value}>
            <StoreProvider workspace={session.value.workspace}>
              <SearchProvider desk={search}>
                <QuitGuard />
                <RouterView router={createAppRouter(session.value)} />
              </SearchProvider>
            </StoreProvider>
          </SessionProvider>
        ) : (
          <CannotStart problem={session.error} />
        )}
      </ErrorBoundary>
    </UiRoot>
  </StrictMode>,
);

painted().then(() => {
  shown.set(true);
  performance.mark('shown');
  // It reads the whole cache, in a thread of its own.
  if (session.ok) {
    search.begin(rememberedName(localStorage).get(), (request) => invoke('readLog', request));
  }
});
// What cannot be had ahead is had, or told, when it is wanted.
preloadPages(idle).catch(() => undefined);
if (session.ok) {
  const { workspace } = session.value;
  void idle()
    .then(() => import('./boot/name-documents.ts'))
    .then(({ nameDocuments }) => nameDocuments(workspace));
}
