// For the type of window.banso.
import type {} from '#adapters/host/host.ts';
import { SECURITY_HEADERS } from '#electron/security/csp.ts';
import { CHANNEL_NAMES } from '#shared/ipc/names.ts';
import { expect, test } from '#tests/support/app.ts';
import { openStranger } from '#tests/support/attacks.ts';
import { staysAlive } from '#tests/support/liveness.ts';

// What is refused here is reported on the console, by Chromium itself.
test.use({ mayLog: /.*/ });

test('The page gets no device, place, camera or notification', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  await run.page.mouse.click(5, 5);
  const answers = await run.page.evaluate(async () => {
    const states = async (names: readonly string[]): Promise<readonly string[]> =>
      Promise.all(
        names.map(async (name) => {
          const asked = navigator.permissions.query({ name: name as PermissionName });
          return `${name} ${await asked.then(
            ({ state }) => state,
            () => 'denied',
          )}`;
        }),
      );
    const refusal = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'granted',
        () => 'denied',
      );
    const place = new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      );
    });
    return {
      place: await place,
      notification: await Notification.requestPermission(),
      camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await refusal(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refusal(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await refusal(navigator.clipboard.readText()),
      midi: await refusal(navigator.requestMIDIAccess({ sysex: true })),
      states: await states(['geolocation', 'notifications', 'camera', 'microphone', 'midi']),
    };
  });
  expect(answers).toEqual({
    place: 'denied',
    notification: 'denied',
    camera: 'denied',
    microphone: 'denied',
    screen: 'denied',
    clipboard: 'denied',
    midi: 'denied',
    states: [
      'geolocation denied',
      'notifications denied',
      'camera denied',
      'microphone denied',
      'midi denied',
    ],
  });
});

test('Only the app’s own page is answered by the main process', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const refused = { ok: false, code: 'invalid-input' };
  for (const place of ['data', 'blank', 'foreign', 'frame'] as const) {
    const answers = await openStranger(run, place);
    expect(answers, place).toEqual({ boot: refused, readHeads: refused, saveSettings: refused });
  }
  const own = await run.page.evaluate(() => window.banso?.invoke('readHeads', undefined));
  expect(own).toMatchObject({ ok: true });
});

test('The bridge is narrow, and hostile input to it changes nothing', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const world = await run.page.evaluate(() => ({
    bridge: Object.keys(window.banso ?? {}).sort(),
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }));
  expect(world).toEqual({
    bridge: ['giveBanso', 'invoke', 'on', 'openPort', 'takeFile'],
    globals: [],
  });

  const answers = await run.page.evaluate(async () => {
    const draft = { kind: 'update', format: 1, time: 0, author: '', command: '', label: '' };
    const known = { generation: 0, seq: 0, hash: '' };
    const calls: readonly (readonly [string, unknown])[] = [
      ['readLog', { document: 'case:../../../etc', source: 'x', known }],
      ['readLog', { document: 'office', source: '../../etc/passwd', known }],
      ['readLog', { document: 'office', source: 'a'.repeat(100_000), known }],
      ['readLog', null],
      ['appendToLogs', [{ document: 'office/../..', known, drafts: [draft] }]],
      [
        'appendToLogs',
        [{ document: 'office', known: { ...known, hash: '../x' }, drafts: [draft] }],
      ],
      ['appendToLogs', []],
      ['saveSettings', { prefecture: '99' }],
      ['saveSettings', { userName: 'x'.repeat(100_000) }],
      ['answerQuit', 'yes'],
      ['saveFile', { name: 'x', kind: 'exe', bytes: new Uint8Array([77, 90]) }],
      ['saveFile', { name: 'x', kind: 'svg', bytes: '<svg/>' }],
      // Of another kind than its ending: no dialog asks where to.
      ['saveFile', { name: '../x', kind: 'png', bytes: new Uint8Array([77, 90]) }],
    ];
    const bridge = window.banso as unknown as {
      readonly invoke: (name: string, input: unknown) => Promise<{ readonly ok: boolean }>;
      readonly takeFile: (file: unknown) => Promise<unknown>;
      readonly giveBanso: (file: unknown) => Promise<unknown>;
    };
    const rejected = () => 'rejected';
    // A path comes from a file that the system has handed over, and from nothing else.
    const paths = await Promise.all(
      (
        [
          ['takePath', (file: unknown) => bridge.takeFile(file)],
          ['giveBanso', (file: unknown) => bridge.giveBanso(file)],
        ] as const
      ).flatMap(([channel, give]) => [
        bridge.invoke(channel, '/etc/passwd').then(() => 'answered', rejected),
        give(new File(['x'], '/etc/passwd')).then(String, rejected),
        give({ path: '/etc/passwd', name: '/etc/passwd' }).then(String, rejected),
        give('/etc/passwd').then(String, rejected),
      ]),
    );
    const checked = await Promise.all(
      calls.map(async ([name, input]) => (await bridge.invoke(name, input)).ok),
    );
    const unknown = await bridge.invoke('ELECTRON_BROWSER_REQUIRE', 'fs').then(
      () => 'answered',
      () => 'rejected',
    );
    return { checked, unknown, paths };
  });
  expect(answers).toEqual({
    paths: [1, 2].flatMap(() => ['rejected', 'undefined', 'rejected', 'rejected']),
    checked: Array.from({ length: 13 }, () => false),
    unknown: 'rejected',
  });
});

test('Values of any kind at any channel are answered with a refusal, and the window goes on', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const state = () =>
    run.page.evaluate(async () => ({
      boot: await window.banso?.invoke('boot', undefined),
      heads: await window.banso?.invoke('readHeads', undefined),
    }));
  const before = await state();
  const callAll = () =>
    run.page.evaluate(async (names) => {
      const circle: { self?: unknown } = {};
      circle.self = circle;
      const deep = (steps: number): unknown => {
        let value: unknown = 'bottom';
        for (let at = 0; at < steps; at += 1) value = [value];
        return value;
      };
      const values: readonly unknown[] = [
        null,
        0,
        Number.NaN,
        12n,
        '../../../etc/passwd\u0000',
        'x'.repeat(5_000_000),
        Symbol('x'),
        () => undefined,
        new Date(Number.NaN),
        new Map([['__proto__', 1]]),
        new Set([1]),
        new ArrayBuffer(1_000_000),
        new Uint8Array(1_000_000),
        new Error('x'),
        document.body,
        window,
        Promise.resolve(1),
        new Proxy({}, {}),
        circle,
        deep(500),
        deep(100_000),
        Array.from({ length: 100_000 }, () => null),
        JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
        {
          get name(): string {
            throw new Error('a trap');
          },
        },
      ];
      const bridge = window.banso as unknown as {
        readonly invoke: (name: string, input: unknown) => Promise<unknown>;
      };
      const accepted: string[] = [];
      let refused = 0;
      for (const name of names) {
        for (const [at, value] of values.entries()) {
          try {
            const answer = (await bridge.invoke(name, value)) as { readonly ok: boolean };
            if (answer.ok) accepted.push(`${name} ${at}`);
            else refused += 1;
          } catch {
            // The bridge itself carries no such value.
            refused += 1;
          }
        }
      }
      return { accepted, refused, calls: names.length * values.length };
    }, CHANNEL_NAMES);
  const result = await staysAlive(run.page, 'values of any kind', callAll);
  expect(result.refused + result.accepted.length).toBe(result.calls);
  // An object without any setting in it asks for no change, and gets none; a proof or an erasing that
  // nobody began ends.
  const harmless = /^(?:saveSettings |endProof 0$|keepErasePlan 0$)/;
  expect(result.accepted.filter((call) => !harmless.test(call))).toEqual([]);
  expect(await state()).toEqual(before);
  const polluted = await run.app.evaluate(() => 'polluted' in {});
  expect(polluted).toBe(false);
});

test('app:// serves the built page and nothing beside it', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const statuses = await run.page.evaluate(async () => {
    const names = [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/%252e%252e/package.json',
      '//etc/passwd',
      '/C:/Windows/win.ini',
      '/index.html%00.png',
      '/assets',
      '/main/main.js',
    ];
    // A refusal may also come before any answer, as a failed request.
    const status = (name: string): Promise<number> =>
      fetch(name).then(
        (response) => response.status,
        () => 400,
      );
    const refused = await Promise.all(names.map(status));
    const posted = (await fetch('/', { method: 'POST' })).status;
    const page = await fetch('/');
    return {
      refused,
      posted,
      page: page.status,
      policy: page.headers.get('content-security-policy'),
    };
  });
  expect(statuses.refused.every((status) => status >= 400)).toBe(true);
  expect(statuses).toMatchObject({ posted: 405, page: 200 });
  expect(statuses.policy).toContain("script-src 'self'");
});

test('Each answer of app:// carries the policy and all that keeps it shut, refusals too', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const answers = await run.page.evaluate(async () => {
    const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
    const requests: readonly (readonly [string, string])[] = [
      ['GET', '/'],
      ['HEAD', '/'],
      ['GET', script],
      ['GET', '/assets/none.js'],
      ['GET', '/%252e%252e/package.json'],
      ['DELETE', '/'],
    ];
    return Promise.all(
      requests.map(async ([method, address]) => {
        const response = await fetch(address, { method });
        const { length } = await response.text();
        return { status: response.status, length, headers: [...response.headers.entries()] };
      }),
    );
  });
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 400, 405]);
  expect(answers.map(({ length }) => length > 0)).toEqual([true, false, true, false, false, false]);
  const wanted = Object.entries(SECURITY_HEADERS).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  for (const { headers } of answers) expect(headers).toEqual(expect.arrayContaining(wanted));
});

/** What the policy refuses in the attack below. */
const REFUSED = [
  ...['img-src', 'script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
  'worker-src',
];

test('No script runs but the app’s own', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const result = await run.page.evaluate(async (refused) => {
    const seen = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.add(event.effectiveDirective),
    );
    const owned = window as unknown as Record<string, unknown>;
    const inline = document.createElement('script');
    inline.textContent = 'window.ownedInline = true';
    document.body.append(inline);
    const host = document.createElement('div');
    host.innerHTML =
      '<img src="x:y" onerror="window.ownedHandler = true"><a href="javascript:window.ownedLink = true">x</a>' +
      '<svg onload="window.ownedSvg = true"></svg><style>body { color: red }</style>';
    document.body.append(host);
    host.querySelector('a')?.click();
    const remote = document.createElement('script');
    remote.src = 'https://example.com/x.js';
    document.body.append(remote);
    // Outside of the test's own call, which may do what pages may not.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
          eval('1');
          resolve('ran');
        } catch {
          resolve('refused');
        }
      });
    });
    const worker = await new Promise<string>((resolve) => {
      try {
        const source = URL.createObjectURL(new Blob(['postMessage(1)']));
        const made = new Worker(source);
        made.onmessage = () => resolve('ran');
        made.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    const names = ['ownedInline', 'ownedHandler', 'ownedLink', 'ownedSvg'];
    const ran = names.filter((name) => name in owned);
    // Reports come later than what they report.
    const isWhole = (): boolean => refused.every((directive) => seen.has(directive));
    for (let wait = 0; wait < 100 && !isWhole(); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { ran, evaluated, worker, seen: [...seen].sort() };
  }, REFUSED);
  expect(result).toEqual({ ran: [], evaluated: 'refused', worker: 'refused', seen: REFUSED });
});
