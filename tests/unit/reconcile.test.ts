import { describe, expect, it } from 'vitest';
import type { KnownSource } from '#data/database.ts';
import { sameSaveState, saveStateOf, type Unsaved } from '#data/journal/save-state.ts';
import { createStandings, nextHeld, standingOf } from '#data/journal/standings.ts';
import { reconcile } from '#data/startup/reconcile.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type Head, NO_HEAD } from '#shared/documents/frame.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { type LogFile, type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import { refuse } from '#shared/text/refuse.ts';

const DEVICE = 'own' as DeviceId;
const OWN = sourceOf(DEVICE);
const OTHER = 'other' as SourceName;
const CASE = caseDocument('c1' as CaseId);
const read = refuse('読めません。', 'もう一度');
const PROBLEM = read.ok ? expect.fail('no problem') : read.error;

const head = (seq: number, hash = `${seq}`, generation = 0): Head => ({ generation, seq, hash });
const cache = (at: Head): KnownSource => ({ head: at, held: at, format: 1 });
const file = (source: SourceName, at: Head, change: Partial<LogFile> = {}): LogFile => ({
  ...{ document: CASE, source, head: at },
  ...change,
});
const step = (files: readonly LogFile[], sources: Readonly<Record<string, KnownSource>>) =>
  reconcile({ files, closed: [] }, [{ document: CASE, sources }], DEVICE)[0] ?? null;

const NOTHING = { blocked: undefined, later: [], lost: [], restoreLog: false };

describe('what a start has to do where a file and the cache', () => {
  it.each([
    ['are the same', OWN, head(3), head(3), null],
    ['are the same for another', OTHER, head(3), head(3), null],
    ['differ: the file goes on', OWN, head(4), head(3), { fetch: [OWN] }],
    ['differ: the file is shorter', OWN, head(2), head(3), { fetch: [OWN], restoreLog: true }],
    ['differ: another’s is shorter', OTHER, head(2), head(3), { fetch: [OTHER], restoreLog: true }],
    ['differ in the same place', OWN, head(3, 'x'), head(3), { fetch: [OWN] }],
    ['differ by generation', OWN, head(2, 'x', 1), head(3), { fetch: [OWN] }],
    ['meet, the cache knowing nothing', OWN, head(1), undefined, { fetch: [OWN] }],
    ['meet, the file being empty', OWN, head(0, 'g'), undefined, null],
    ['meet, the file having no header', OWN, NO_HEAD, undefined, { fetch: [OWN] }],
  ] as const)('%s', (_, source, at, known, expected) => {
    const found = step([file(source, at)], known === undefined ? {} : { [source]: cache(known) });
    expect(found).toEqual(expected && { document: CASE, ...NOTHING, ...expected });
  });

  it('would be read: our own is read again where a later version goes on in it', () => {
    const known = { [OWN]: cache(head(3)), [OTHER]: cache(head(3)) };
    const newer = { isNewer: true };
    expect(step([file(OWN, head(3), newer), file(OTHER, head(3), newer)], known)?.fetch).toEqual([
      OWN,
    ]);
  });

  it('cannot be compared: our own blocks the document, another’s is tried later', () => {
    const known = { [OWN]: cache(head(3)), [OTHER]: cache(head(3)) };
    const broken = { problem: PROBLEM };
    expect(step([file(OWN, NO_HEAD, broken), file(OTHER, head(3))], known)).toEqual({
      ...{ document: CASE, ...NOTHING, fetch: [], blocked: PROBLEM },
    });
    expect(step([file(OWN, head(3)), file(OTHER, NO_HEAD, broken)], known)).toEqual({
      ...{ document: CASE, ...NOTHING, fetch: [], later: [OTHER] },
    });
  });

  it.each([
    [head(3), true],
    [head(1), true],
    [head(0, 'g'), false],
  ])('part: a file that is gone at %j has to be restored: %s', (at, restoreLog) => {
    expect(step([], { [OWN]: cache(at) })).toEqual({
      ...{ document: CASE, ...NOTHING, fetch: [], lost: [OWN], restoreLog },
    });
  });
});

describe('all documents', () => {
  const at = (document: DocumentId) => file(OWN, head(1), { document });

  it('are caught up with, the office first', () => {
    const other = caseDocument('c2' as CaseId);
    const files = [at(CASE), at(OFFICE), at(other)];
    const steps = reconcile({ files, closed: [] }, [], DEVICE);
    expect(steps.map(({ document }) => document)).toEqual([OFFICE, CASE, other]);
  });

  it('whose folder cannot be looked into are blocked, and nothing is concluded of them', () => {
    const closed = [{ document: CASE, problem: PROBLEM }];
    const cached = [{ document: CASE, sources: { [OWN]: cache(head(3)) } }];
    expect(reconcile({ files: [], closed }, cached, DEVICE)).toEqual([
      { document: CASE, ...NOTHING, fetch: [], blocked: PROBLEM },
    ]);
  });
});

describe('what the top bar says', () => {
  const calm: Unsaved = {
    ...{ isWaiting: false, isSending: false, isReading: false, problem: undefined, drafts: 0 },
  };
  it.each([
    ['saved', {}, { kind: 'saved', at: 7 }],
    ['a draft', { drafts: 2 }, { kind: 'draft', count: 2 }],
    ['reading before drafts', { drafts: 1, isReading: true }, { kind: 'reading' }],
    ['saving before reading', { isReading: true, isWaiting: true }, { kind: 'saving' }],
    ['saving while it is sent', { isSending: true, drafts: 1 }, { kind: 'saving' }],
    [
      'a failure before all',
      { problem: PROBLEM, isWaiting: true, isReading: true, drafts: 1 },
      { kind: 'failed', problem: PROBLEM },
    ],
  ] as const)('%s', (_, change, state) => {
    expect(saveStateOf({ ...calm, ...change }, 7)).toEqual(state);
  });

  it.each([
    [{ kind: 'saved', at: 1 }, { kind: 'saved', at: 1 }, true],
    [{ kind: 'saved', at: 1 }, { kind: 'saved', at: 2 }, false],
    [{ kind: 'saved', at: 1 }, { kind: 'saving' }, false],
    [{ kind: 'saved', at: undefined }, { kind: 'saving' }, false],
    [{ kind: 'saving' }, { kind: 'saving' }, true],
    [{ kind: 'reading' }, { kind: 'saving' }, false],
    [{ kind: 'draft', count: 1 }, { kind: 'draft', count: 1 }, true],
    [{ kind: 'draft', count: 1 }, { kind: 'draft', count: 2 }, false],
    [{ kind: 'failed', problem: PROBLEM }, { kind: 'failed', problem: PROBLEM }, true],
    [{ kind: 'failed', problem: PROBLEM }, { kind: 'failed', problem: { ...PROBLEM } }, false],
  ] as const)('%j beside %j is the same: %s', (a, b, same) => {
    expect(sameSaveState(a, b)).toBe(same);
    expect(sameSaveState(b, a)).toBe(same);
  });
});

describe('where we stand with a document', () => {
  it('is nowhere before it is known', () => {
    const standings = createStandings();
    expect(standings.has(CASE)).toBe(false);
    expect(standings.get(CASE)).toEqual({
      ...{ head: NO_HEAD, held: NO_HEAD, seen: [], adoptions: [], isFirst: false },
    });
  });

  it('changes by what is said, and goes on with each frame of ours', () => {
    const standings = createStandings();
    standings.set(CASE, { head: head(2), held: head(2), isFirst: true });
    standings.acked(CASE, head(3));
    expect(standings.has(CASE)).toBe(true);
    expect(standings.get(CASE)).toMatchObject({ head: head(3), held: head(3), isFirst: false });
  });

  it.each([
    [2, 2, 3],
    [1, 2, 1],
  ])('held to %i of %i is held to %i with the next', (held, before, after) => {
    expect(nextHeld(head(held), head(before), head(3)).seq).toBe(after);
  });

  const SEEN = [{ device: 'other' as DeviceId, seq: 1, hash: 'a' }];
  it.each([
    ['nobody', {}, [], false],
    ['ourselves', { [OWN]: cache(head(2)) }, [], false],
    ['somebody else', { [OTHER]: cache(head(2)) }, [], true],
    ['somebody else, by way of others', {}, SEEN, true],
    [
      'somebody else, our file being empty',
      { [OWN]: cache(head(0)), [OTHER]: cache(head(2)) },
      [],
      true,
    ],
    ['ourselves, our file being empty', { [OWN]: cache(head(0)) }, [], false],
    ['both', { [OWN]: cache(head(1)), [OTHER]: cache(head(2)) }, SEEN, false],
  ] as const)('written by %s', (_, sources, seen, isFirst) => {
    const record = { id: CASE, sources, seen, notesDirty: 0 } as const;
    const own = (sources as Readonly<Record<string, KnownSource>>)[OWN];
    expect(standingOf(record, DEVICE, [])).toEqual({
      ...{ head: own?.head ?? NO_HEAD, held: own?.held ?? NO_HEAD, seen, adoptions: [], isFirst },
    });
  });

  it('is nowhere without a record', () => {
    expect(standingOf(undefined, DEVICE, [])).toMatchObject({ head: NO_HEAD, isFirst: false });
  });
});
