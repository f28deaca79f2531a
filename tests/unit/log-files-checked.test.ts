import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#data/database.ts';
import type { LogPort } from '#data/journal/log-port.ts';
import { createLogFilesView } from '#data/log-files/log-files.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type Damage, type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { type CaseId, type DeviceId, randomId } from '#shared/domain/record/ids.ts';
import type { LogFiles, LogPart, LogRequest, SourceName } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';

const DOCUMENT = caseDocument('c1' as CaseId);
const SOURCE = 'other' as SourceName;
const OWN = 'own' as DeviceId;
const problem = (happened: string): Problem => ({
  ...{ code: 'disk-error', happened, safe: '', todo: '' },
});
const head = (seq: number, generation = 1): Head => ({ generation, seq, hash: `h${seq}` });
const unheard = () => Promise.reject(new Error('not asked'));

let database: Database;
const asked: LogRequest[] = [];
beforeEach(() => {
  database = new Database(`files-${randomId()}`);
  asked.length = 0;
});
afterEach(() => database.delete());

const viewOf = (port: Partial<LogPort>) =>
  createLogFilesView(
    database,
    { heads: unheard, read: unheard, append: unheard, erase: unheard, ...port },
    OWN,
  );
const failure = async (result: Promise<Result<unknown>>) => {
  const told = await result;
  return told.ok ? '' : told.error.happened;
};

describe('the log files of a desk', () => {
  const list = async (rest: Partial<LogFiles>) => {
    const heads = { files: [], closed: [], problems: [], ...rest };
    const told = await viewOf({ heads: async () => ok(heads) }).list();
    return told.ok ? told.value : expect.fail('refused');
  };

  it.each([
    ['own', 'own', 'own'],
    ['other', 'other', 'other'],
    ['own~a1', 'fork', 'own'],
    ['other~a1', 'fork', 'other'],
    ['own2', 'other', 'own2'],
  ])('that are called %s are those of: %s, of the device %s', async (name, owner, device) => {
    const file = { document: DOCUMENT, source: name as SourceName, head: head(3), size: 12 };
    expect((await list({ files: [file] })).files).toEqual([{ ...file, owner, device }]);
  });

  it('are listed with what is wrong, folders that cannot be looked into last', async () => {
    const closed = [{ document: DOCUMENT, problem: problem('閉じている') }];
    const { problems } = await list({ closed, problems: [problem('知らない')] });
    expect(problems.map(({ happened }) => happened)).toEqual(['知らない', '閉じている']);
  });

  it('are not listed where nobody can look', async () => {
    const view = viewOf({ heads: async () => fail(problem('読めない')) });
    expect(await failure(view.list())).toBe('読めない');
  });
});

describe('a log file that is read whole', () => {
  const check = async (part: Partial<LogPart>, held?: Head, source = SOURCE) => {
    if (held !== undefined) {
      const known = { head: held, held, format: 1 };
      await database.documents.put({
        ...{ id: DOCUMENT, sources: { [source]: known }, seen: [], notesDirty: 0 },
      });
    }
    const read = async (request: LogRequest) => {
      asked.push(request);
      return ok({
        ...{ relation: 'whole' as const, packed: new Uint8Array(), damage: [] },
        ...{ head: head(9), held: head(9), isNewer: false, isMisplaced: false, ...part },
      });
    };
    const told = await viewOf({ read }).check(DOCUMENT, SOURCE);
    return told.ok ? told.value : expect.fail('refused');
  };
  const TORN: Damage = { kind: 'torn-tail', from: 1, to: 2 };
  const gap = (after: number): Damage => ({ kind: 'missing-frames', after, before: after + 2 });
  const BARE = { kind: 'no-header' } as Damage;

  it.each<[Partial<LogPart>, Head | undefined, string, number]>([
    [{}, undefined, 'sound', 0],
    [{ damage: [TORN] }, undefined, 'torn', 0],
    [{ damage: [TORN, TORN] }, undefined, 'torn', 0],
    [{ damage: [gap(5)] }, undefined, 'healed', 0],
    [{ damage: [TORN, gap(5)] }, undefined, 'healed', 0],
    [{ damage: [gap(5)], held: head(5) }, undefined, 'lost', 1],
    [{ damage: [gap(5), TORN], held: head(5) }, undefined, 'lost', 1],
    [{ damage: [gap(5)], held: head(6) }, undefined, 'healed', 0],
    [{ damage: [BARE] }, undefined, 'lost', 1],
    [{ isNewer: true }, undefined, 'newer', 0],
    [{ isNewer: true, damage: [TORN] }, undefined, 'newer', 0],
    [{ isNewer: true, damage: [BARE] }, undefined, 'lost', 1],
    [{ isMisplaced: true, isNewer: true, damage: [BARE] }, undefined, 'misplaced', 1],
    // What this PC has of the file.
    [{ damage: [gap(5)], held: head(5) }, head(6), 'healed', 0],
    [{ damage: [gap(5)], held: head(5) }, head(5), 'lost', 1],
    [{ damage: [gap(5)], held: head(5) }, head(6, 2), 'lost', 1],
    [{ damage: [gap(5)], held: head(6) }, head(4), 'healed', 0],
    [{ damage: [gap(5)], held: head(6) }, head(4, 2), 'healed', 0],
  ])('and says %j, of which this PC has %j, is %s', async (part, held, health, open) => {
    const told = await check(part, held);
    expect([told.health, told.open.length]).toEqual([health, open]);
    expect(told).toMatchObject({ head: head(9), damage: part.damage ?? [] });
  });

  it('is asked for from its beginning, and another that is known says nothing of it', async () => {
    const part = { damage: [gap(5)], held: head(5) };
    expect((await check(part, head(9), 'third' as SourceName)).health).toBe('lost');
    expect(asked).toEqual([{ document: DOCUMENT, source: SOURCE, known: NO_HEAD }]);
  });

  it('says why it cannot be read', async () => {
    const view = viewOf({ read: async () => fail(problem('読めない')) });
    expect(await failure(view.check(DOCUMENT, SOURCE))).toBe('読めない');
  });
});
