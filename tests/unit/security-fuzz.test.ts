import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCall, type Fault } from '#electron/ipc/answer.ts';
import { type ChannelName, channels } from '#shared/ipc/contract.ts';
import { CHANNEL_NAMES } from '#shared/ipc/names.ts';
import { fail, type Problem } from '#shared/result.ts';
import { leastOwnTime } from '#tests/support/own-time.ts';

const OURS = { origin: 'app://banso', parent: null };

/** What a handler answers here, so that an answer tells whether the input reached it. */
const REACHED: Problem = { code: 'taken', happened: '', safe: '', todo: '' };

const call = async (
  name: ChannelName,
  input: unknown,
  sender: { readonly origin: string; readonly parent: unknown } | null = OURS,
) => {
  const seen: unknown[] = [];
  const faults: Fault[] = [];
  const answer = await answerCall(
    { name, sender, input },
    (checked) => {
      seen.push(checked);
      return fail(REACHED);
    },
    (_name, fault) => faults.push(fault),
  );
  return { answer, seen, faults };
};

const id = '0123456789abcdefghjkmn';
const head = { generation: 0, seq: 0, hash: '' };
const draft = {
  kind: 'update',
  format: 1,
  time: 0,
  author: { id: 'a1', name: '山田' },
  command: '0123456789abcdef',
  label: 'ねらいを編集',
  seen: [],
  update: Uint8Array.of(0, 0),
};

/** An input of each channel as our own page sends it. */
const GOOD: Readonly<Record<ChannelName, unknown>> = {
  boot: undefined,
  saveSettings: { userName: '山田 花子' },
  readHeads: undefined,
  readLog: { document: 'office', source: id, known: head },
  appendToLogs: [{ document: 'office', known: head, drafts: [draft] }],
  eraseInLogs: {
    document: 'office',
    files: [
      {
        source: id,
        known: head,
        redactions: [{ hash: 'ab'.repeat(16), update: Uint8Array.of(0, 0), keepsAuthor: true }],
      },
    ],
    drafts: [{ ...draft, kind: 'erased' }],
  },
  forgetCache: undefined,
  clearTraces: { documents: ['office'], attachments: ['cd'.repeat(32)], words: ['佐渡'] },
  readErasePlan: undefined,
  keepErasePlan: {
    ...{ kind: 'banso-erasing', words: ['佐渡'], cases: [], attachments: ['cd'.repeat(32)] },
    ...{ records: [{ document: 'office', collection: 'people', id }] },
    ...{ documents: ['office', `case:${id}`], left: ['office'] },
  },
  lookBeside: ['佐渡'],
  stopLookingBeside: undefined,
  listAsideLogs: undefined,
  readAsideLog: {
    stamp: '20270401T093000000Z',
    log: { document: 'office', source: id, known: head },
  },
  settleAsides: ['cd'.repeat(32)],
  listHandedOver: undefined,
  printPage: { size: 'a4', landscape: false },
  savePdf: { paper: { size: 'a3', landscape: true }, name: '支援の流れ' },
  saveFile: { name: 'ロードマップ', kind: 'png', bytes: Uint8Array.of(1) },
  backupState: undefined,
  chooseBackupTarget: { place: 'first', passphrase: '' },
  dropBackupTarget: { place: 'second' },
  backUpNow: undefined,
  cancelBackup: undefined,
  listGenerations: { source: 'first' },
  openBackup: { passphrase: '', again: false },
  previewRestore: { source: 'opened', generation: '20261127T000000000Z-pca' },
  prepareRestore: {
    source: 'second',
    generation: '20261127T000000000Z-pca',
    folders: ['office', 'case-0123'],
  },
  asideState: undefined,
  removeAsides: undefined,
  beginCopy: { source: 'opened', generation: '20261127T000000000Z-pca', folder: 'case-0123' },
  takeBackedUpFiles: {
    ...{ source: 'first', generation: '20261127T000000000Z-pca' },
    hashes: ['0'.repeat(64)],
  },
  beginProof: undefined,
  readProof: { document: 'office', source: id, known: head },
  endProof: { backupAt: 0, cases: 45, meetings: 1350 },
  nameDocuments: [{ document: 'office', title: '人・機関' }],
  makeBanso: {
    ...{ name: '引継ぎ', variant: 'office', extent: 'state', feeds: 2 },
    documents: [
      { document: 'office', title: '人・機関' },
      { document: `case:${id}`, title: '益城町（令和4年度）' },
    ],
    passphrase: '',
  },
  openBanso: { from: 'asked', passphrase: '' },
  readBanso: { document: 'office', source: id, known: head },
  takeBanso: undefined,
  closeBanso: undefined,
  cancelBanso: undefined,
  isBansoGiven: undefined,
  giveBanso: '/media/usb/引継ぎ.banso',
  lastBanso: undefined,
  undoBanso: undefined,
  bansoSpan: 1,
  rememberUndone: { at: 1, isUndone: true },
  restartApp: undefined,
  chooseFiles: 'pictures',
  takePath: '/home/yamada/次第.pdf',
  takeBytes: { name: '写真.png', bytes: Uint8Array.of(1) },
  proveFiles: ['0'.repeat(64)],
  openFile: { hash: '0'.repeat(64), name: '次第.pdf' },
  copyFileOut: { hash: '0'.repeat(64), name: '次第.pdf' },
  openExternal: 'https://example.com/',
  showDataFolder: undefined,
  settleRestored: undefined,
  setAsideCache: undefined,
  answerQuit: true,
};

/** One place in a value, and what to put there instead. */
const HOSTILE = fc.oneof(
  fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true }),
  fc.constantFrom<unknown>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    2 ** 53,
    1e308,
    '../../../etc/passwd',
    'case:../x',
    'office\u0000',
    'C:\\Windows',
    '\ud800',
    'x'.repeat(100_000),
    new Uint8Array(0),
    new ArrayBuffer(8),
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ),
);

const placesIn = (value: unknown): readonly (readonly (string | number)[])[] => {
  const below =
    Array.isArray(value) || (typeof value === 'object' && value !== null && isPlain(value))
      ? Object.entries(value).flatMap(([key, inner]) =>
          placesIn(inner).map((place) => [key, ...place]),
        )
      : [];
  return [[], ...below];
};

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

const replace = (value: unknown, place: readonly (string | number)[], by: unknown): unknown => {
  const [key, ...rest] = place;
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((inner, at) =>
      String(at) === String(key) ? replace(inner, rest, by) : inner,
    );
  }
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replace(record[key], rest, by) };
};

/** A good input with one place changed: what slips through a check only looks right. */
const mutated = (name: ChannelName): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...placesIn(GOOD[name])), HOSTILE)
    .map(([place, by]) => replace(GOOD[name], place, by));

describe.each(CHANNEL_NAMES)('a call of %s', (name) => {
  test('as our page makes it reaches its handler', async () => {
    expect(await call(name, GOOD[name])).toMatchObject({
      answer: { error: { code: 'taken' } },
      faults: [],
    });
  });

  test('with any value at all, or with one place of a good one changed, is answered and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(HOSTILE, mutated(name)), async (input) => {
        const { answer, seen, faults } = await call(name, input);
        const isReached = seen.length === 1;
        expect(answer).toMatchObject({
          ok: false,
          error: { code: isReached ? 'taken' : 'invalid-input' },
        });
        expect(faults).toEqual(isReached ? [] : [{ kind: 'input' }]);
        expect(isReached).toBe(channels[name].input.safeParse(input).success);
        // Nothing that was not asked for comes along, and no prototype was touched.
        if (isReached) expect(placesIn(seen[0]).flat()).not.toContain('__proto__');
        expect('polluted' in {}).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('from a foreign sender reaches nothing, however good it is', async () => {
    const senders = [null, { origin: 'app://banso', parent: {} }, { origin: 'null', parent: null }];
    for (const sender of senders) {
      expect((await call(name, GOOD[name], sender)).seen).toEqual([]);
    }
  });
});

test.each([
  ['a million entries', Array.from({ length: 1_000_000 }, () => null)],
  [
    'a million good ones',
    Array.from({ length: 1_000_000 }, () => ({ document: 'office', known: head, drafts: [draft] })),
  ],
])('A list of %s is refused without keeping the main process busy', async (_what, input) => {
  const took = await leastOwnTime(async () => {
    const { faults } = await call('appendToLogs', input);
    expect(faults).toEqual([{ kind: 'input' }]);
  });
  expect(took).toBeLessThan(100);
});
