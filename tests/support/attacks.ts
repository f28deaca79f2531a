import type { Run } from './pc.ts';

type Way = 'assign' | 'link' | 'form' | 'meta';

/**
 * Tries to lead the page away, and waits until that has come to its end, whatever the end.
 * Every way ends in one of: main's refusal, Chromium's own (a console message or a violation).
 */
export const attempt = async ({ app, page }: Run, url: string, way: Way): Promise<void> => {
  const asked = app.evaluate(
    ({ BrowserWindow }, patience) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const settle = (): void => {
          clearTimeout(timer);
          contents?.off('will-frame-navigate', settle);
          contents?.off('console-message', settle);
          contents?.off('did-navigate', settle);
          resolve();
        };
        contents?.once('will-frame-navigate', settle);
        contents?.once('console-message', settle);
        contents?.once('did-navigate', settle);
        // Some are dropped without a word.
        const timer = setTimeout(settle, patience);
      }),
    500,
  );
  await page.evaluate(
    ([address, how]) => {
      // After the call has been answered, so that it does not wait for a navigation.
      setTimeout(() => {
        switch (how) {
          case 'link': {
            const link = document.createElement('a');
            link.href = address;
            document.body.append(link);
            link.click();
            break;
          }
          case 'form': {
            const form = document.createElement('form');
            form.action = address;
            document.body.append(form);
            form.submit();
            break;
          }
          case 'meta': {
            const meta = document.createElement('meta');
            meta.httpEquiv = 'refresh';
            meta.content = `0;url=${address}`;
            document.head.append(meta);
            break;
          }
          default:
            location.assign(address);
        }
      }, 0);
    },
    [url, way] as const,
  );
  await asked;
};

/** Keeps links from opening anything, and tells which would have been opened. */
export const recordOpenedLinks = async ({
  app,
}: Run): Promise<() => Promise<readonly string[]>> => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedLinks: opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  return () =>
    app.evaluate(() => {
      const { openedLinks } = globalThis as unknown as { readonly openedLinks: readonly string[] };
      return openedLinks;
    });
};

type Stranger = 'data' | 'blank' | 'foreign' | 'frame';

/**
 * Opens a page that is not ours but has our preload, and lets it ask.
 * `frame` is worse: a frame of our own origin inside our own page.
 */
export const openStranger = async ({ app }: Run, place: Stranger): Promise<unknown> =>
  app.evaluate(
    async ({ BrowserWindow, app: main }, { where, preload }) => {
      const path = main.getAppPath();
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${path}/${preload}`,
          sandbox: true,
          contextIsolation: true,
          nodeIntegrationInSubFrames: where === 'frame',
        },
      });
      const urls = {
        data: 'data:text/html,stranger',
        blank: 'about:blank',
        foreign: 'app://banso.evil/index.html',
        frame: 'app://banso/no-such-page.txt',
      };
      await window.loadURL(urls[where]).catch(() => undefined);
      const answers = await window.webContents.executeJavaScript(`(async () => {
        let from = window;
        if (${where === 'frame'}) {
          const frame = document.createElement('iframe');
          frame.srcdoc = 'a frame';
          await new Promise((resolve) => {
            frame.onload = resolve;
            document.documentElement.append(frame);
          });
          from = frame.contentWindow;
        }
        // Where Chromium shows its own error page there is not even a bridge to ask through.
        const ask = async (name, input) => {
          if (from.banso === undefined) return { ok: false, code: 'no-bridge' };
          const answer = await from.banso.invoke(name, input);
          return { ok: answer.ok, code: answer.error && answer.error.code };
        };
        return {
          boot: await ask('boot'),
          readHeads: await ask('readHeads'),
          saveSettings: await ask('saveSettings', { userName: 'stranger' }),
        };
      })()`);
      window.destroy();
      return answers as unknown;
    },
    { where: place, preload: 'out/app/preload/preload.cjs' },
  );
