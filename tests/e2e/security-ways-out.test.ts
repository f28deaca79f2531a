import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
// For the type of window.banso.
import type {} from '#adapters/host/host.ts';
import { expect, test } from '#tests/support/app.ts';
import { attempt, recordOpenedLinks } from '#tests/support/attacks.ts';

// What is refused here is reported on the console, by Chromium itself.
test.use({ mayLog: /.*/ });

/** A web server outside: everything that reaches it has escaped. */
const withServer = async (work: (origin: string) => Promise<void>): Promise<readonly string[]> => {
  const reached: string[] = [];
  const server: Server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(302, { location: 'app://banso/' }).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return reached;
};

test('The page cannot be led away from the app', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const start = run.page.url();
  await run.page.evaluate(() => {
    document.body.title = 'same page';
  });
  const hostile = [
    'https://example.com/',
    'http://localhost/?app://banso/',
    'https://banso@example.com/index.html',
    'file:///etc/passwd',
    'data:text/html,<script>document.title="owned"</script>',
    'javascript:document.title="owned"',
    'blob:https://example.com/0b0b',
    'app://banso.evil/',
    'app://banso.evil/?app://banso/',
    'app://evil/index.html#app://banso/',
    'app://banso@evil/',
    'app://banso/assets/',
    'app://banso/%2e%2e/package.json',
    `app://banso/?${'x'.repeat(3000)}`,
    'APP://BANSO.EVIL/',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu',
    'ms-msdt:/id',
  ];
  for (const url of hostile) {
    await attempt(run, url, 'assign');
    const left = await run.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
    expect(left, `after ${url.slice(0, 60)}`).toEqual([start]);
  }
  for (const how of ['link', 'form', 'meta'] as const) {
    await attempt(run, 'https://example.com/', how);
  }
  expect(await run.page.evaluate(() => [document.body.title, document.title])).toEqual([
    'same page',
    '伴走ノート',
  ]);
});

test('A redirect is not followed, wherever it leads', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const decided = await run.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return ['https://example.com/', 'app://banso.evil/', 'app://banso/'].map((url) => {
      let prevented = false;
      const event = {
        url,
        preventDefault: () => {
          prevented = true;
        },
      };
      contents?.emit('will-redirect', event);
      return prevented;
    });
  });
  expect(decided).toEqual([true, true, true]);
});

test('No window opens, and only harmless links that staff chose reach the browser', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const opened = await recordOpenedLinks(run);
  const open = (url: string): Promise<boolean> =>
    run.page.evaluate((address) => window.open(address) === null, url);

  // A script alone, without a key or a click of staff's.
  expect(await open('https://example.com/unasked')).toBe(true);
  expect(await opened()).toEqual([]);

  const hostile = [
    'file:///etc/passwd',
    'smb://server/share',
    'javascript:alert(1)',
    'data:text/html,owned',
    'app://banso/',
    'app://banso.evil/',
    'about:blank',
    'search-ms:query=x',
    'https://user:word@example.com/',
    'mailto:a@example.com?attach=/etc/passwd',
  ];
  for (const url of hostile) {
    await run.page.mouse.click(5, 5);
    expect(await open(url), url).toBe(true);
  }
  expect(await opened()).toEqual([]);

  await run.page.mouse.click(5, 5);
  expect(await open('https://www.mhlw.go.jp/')).toBe(true);
  expect(await opened()).toEqual(['https://www.mhlw.go.jp/']);
  const windows = await run.app.evaluate(
    ({ BrowserWindow, webContents }) =>
      [BrowserWindow.getAllWindows().length, webContents.getAllWebContents().length] as const,
  );
  expect(windows).toEqual([1, 1]);
});

test('The bridge opens no link that could harm', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const opened = await recordOpenedLinks(run);
  const answers = await run.page.evaluate(async () => {
    const links = ['file:///etc/passwd', 'javascript:alert(1)', 'app://banso/', 'x', 'ftp://a/b'];
    const all = links.map((link) => window.banso?.invoke('openExternal', link));
    return (await Promise.all(all)) as { readonly ok: boolean }[];
  });
  expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
  expect(await opened()).toEqual([]);
});

test('A webview or a frame gets no foothold', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const frames = await run.page.evaluate(async () => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    view.setAttribute('nodeintegration', 'true');
    document.body.append(view);
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      );
    });
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    const inner = document.createElement('iframe');
    document.body.append(inner);
    const bridge = inner.contentWindow && 'banso' in inner.contentWindow;
    return { refused: await violation, bridge, guest: 'getWebContentsId' in view };
  });
  expect(frames).toEqual({ refused: 'frame-src', bridge: false, guest: false });
  const contents = await run.app.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  expect(contents).toBe(1);
});

test('Nothing leaves the PC', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const reached = await withServer(async (origin) => {
    const outcome = await run.page.evaluate(async (server) => {
      const failed = (work: Promise<unknown>): Promise<boolean> =>
        work.then(
          () => false,
          () => true,
        );
      const image = new Promise<boolean>((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve(false);
        picture.onerror = () => resolve(true);
        picture.src = `${server}/image`;
      });
      const socket = new Promise<boolean>((resolve) => {
        try {
          const made = new WebSocket(server.replace('http', 'ws'));
          made.onopen = () => resolve(false);
          made.onerror = () => resolve(true);
        } catch {
          resolve(true);
        }
      });
      navigator.sendBeacon(`${server}/beacon`, 'x');
      for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'stylesheet']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `${server}/${rel}`;
        document.head.append(link);
      }
      return [await failed(fetch(`${server}/fetch`)), await image, await socket];
    }, origin);
    expect(outcome).toEqual([true, true, true]);
    // The main process itself, past every rule of the page.
    const main = await run.app.evaluate(async ({ session, BrowserWindow }, server) => {
      const fetched = await session.defaultSession.fetch(`${server}/main`).then(
        () => 'fetched',
        () => 'cancelled',
      );
      const window = new BrowserWindow({ show: false });
      const loaded = await window.loadURL(`${server}/window`).then(
        () => 'loaded',
        () => 'cancelled',
      );
      window.destroy();
      return [fetched, loaded];
    }, origin);
    expect(main).toEqual(['cancelled', 'cancelled']);
  });
  expect(reached).toEqual([]);
});
