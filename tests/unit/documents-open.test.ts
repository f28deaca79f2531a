import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeUpdate } from '#data/documents/compact-update.ts';
import { formatOf, isNewer, stampFormat } from '#data/documents/format.ts';
import { inspect, inspectDoc, isTooLong } from '#data/documents/inspect.ts';
import {
  type Change,
  createOpenDocuments,
  FOREIGN,
  hasPending,
  LOCAL,
} from '#data/documents/open-documents.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { docOf, pending, stateOf } from '#tests/support/documents.ts';

const CASE = caseDocument('c1' as CaseId);

describe('the format of a document', () => {
  it.each([
    [{}, 0, false],
    [{ meta: { format: 'x' } }, 0, false],
    [{ meta: { format: 1 } }, 1, false],
    [{ meta: { format: FORMAT } }, FORMAT, false],
    [{ meta: { format: FORMAT + 1 } }, FORMAT + 1, true],
  ])('of %j is %i; newer: %s', (values, format, newer) => {
    expect(formatOf(docOf(values))).toBe(format);
    expect(isNewer(format)).toBe(newer);
  });

  it.each([
    ['an older', FORMAT - 1, [LOCAL]],
    ['ours', FORMAT, []],
    ['a newer', FORMAT + 1, []],
  ])('is written over %s one', (_, format, origins) => {
    const doc = docOf({ meta: { format } });
    const heard: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => heard.push(origin));
    stampFormat(doc, LOCAL);
    expect(heard).toEqual(origins);
    expect(formatOf(doc)).toBe(Math.max(format, FORMAT));
  });
});

describe('updates of another device', () => {
  const fits = () => true;
  const code = (foreign: readonly Uint8Array[], noteFits: () => boolean = fits) => {
    const found = inspect({ document: CASE, own: [], foreign }, noteFits);
    return found.ok ? found.value : found.error;
  };
  const whole = stateOf({ meetings: { 'm1.title': 'x' } });

  it('are taken in, and told where something is missing', () => {
    expect(code([whole])).toEqual({ incomplete: false });
    expect(code([pending()])).toEqual({ incomplete: true });
  });

  it.each([
    ['are damaged', [Uint8Array.of(255, 1, 2)], '壊れているため'],
    ['are too long', [whole, new Uint8Array(64 * 1024 * 1024)], '大きすぎるため'],
  ])('are refused where they %s', (_, foreign, why) => {
    const happened = `ほかのパソコンの記録ファイルは、${why}取り込みませんでした。`;
    expect(code(foreign)).toMatchObject({ happened });
  });

  it('are too long together, by one byte', () => {
    const half = new Uint8Array(32 * 1024 * 1024);
    expect(isTooLong([half, half])).toBe(false);
    expect(isTooLong([half, half, Uint8Array.of(1)])).toBe(true);
  });

  it('are refused where a note of theirs does not fit, and where they are of a newer format', () => {
    expect(code([whole], () => false)).toMatchObject({
      code: 'damaged',
      happened: expect.stringContaining('本文に、この版では扱えない内容があるため'),
    });
    expect(code([stateOf({ findings: { 'f1.text': 'x' } })], () => false)).toEqual({
      incomplete: false,
    });
    expect(code([stateOf({ meta: { format: FORMAT + 1 } })])).toMatchObject({
      code: 'newer-format',
    });
  });

  it('are judged together with what we hold, note by note', () => {
    const own = docOf({ meetings: { 'm1.title': 'x' } });
    own.getXmlFragment('meetings.m1.note').insert(0, [new Y.XmlElement('paragraph')]);
    const asked: number[] = [];
    const found = inspect(
      {
        ...{ document: CASE, own: [Y.encodeStateAsUpdate(own)] },
        foreign: [stateOf({ meetings: { 'm2.title': 'x' } })],
      },
      (note) => asked.push(note.length) > 0,
    );
    expect(found.ok).toBe(true);
    expect(asked.toSorted()).toEqual([0, 1]);
  });

  it('hold a hundred thousand records at most, of all collections together', () => {
    const counted = (meetings: number, findings: number) => {
      const reader = {
        ids: ({ name }: { readonly name: string }) =>
          Array.from({ length: { meetings, findings }[name] ?? 0 }, String),
      } as unknown as Parameters<typeof inspectDoc>[3];
      const found = inspectDoc(CASE, new Y.Doc(), fits, reader);
      return found.ok || found.error.happened;
    };
    expect(counted(1, 99_999)).toBe(true);
    expect(counted(1, 100_000)).toContain('件数が多すぎるため');
  });
});

describe('documents that are open', () => {
  const desk = (loads: (id: DocumentId) => Result<readonly Uint8Array[]> = () => ok([])) => {
    const [log, changes, busy]: [string[], Change[], Set<DocumentId>] = [[], [], new Set()];
    const documents = createOpenDocuments({
      load: async (id) => {
        log.push(`load ${id}`);
        return loads(id);
      },
      onOpen: ({ id }) => log.push(`open ${id}`),
      onClose: (id) => log.push(`close ${id}`),
      onChange: (change) => changes.push(change),
      isBusy: (id) => busy.has(id),
    });
    const cases = (...numbers: readonly number[]) =>
      numbers.map((number) => caseDocument(`c${number}` as CaseId));
    /** Opens them one by one, each with what is closed for it. */
    const open = async (...numbers: readonly number[]) => {
      for (const id of cases(...numbers)) {
        await documents.open(id);
        await new Promise((resolve) => setTimeout(resolve));
      }
    };
    const closed = () =>
      log.filter((each) => each.startsWith('close')).map((each) => each.slice(12));
    return { documents, log, changes, busy, open, closed, cases };
  };

  it('are read once, and told', async () => {
    const { documents, log } = desk();
    const [one, two] = await Promise.all([documents.open(CASE), documents.open(CASE)]);
    expect(one).toBe(two);
    expect(log).toEqual([`load ${CASE}`, `open ${CASE}`]);
    expect(documents.loaded(CASE)?.id).toBe(CASE);
    expect(documents.loaded(OFFICE)).toBeUndefined();
  });

  it('say what was changed, and whether somebody else did', async () => {
    const { documents, changes } = desk(() => ok([stateOf({ meetings: { 'm1.title': 'x' } })]));
    await documents.open(CASE);
    const { doc, reader } = documents.loaded(CASE) ?? expect.fail('not open');
    expect(changes).toEqual([]);
    expect(doc.getMap('meetings').get('m1.title')).toBe('x');
    doc.transact(() => doc.getMap('meetings').set('m1.title', 'y'), LOCAL);
    Y.applyUpdate(doc, stateOf({ meetings: { 'm2.title': 'z' } }), FOREIGN);
    expect(changes.map(({ foreign, touched }) => [foreign, touched.map(({ id }) => id)])).toEqual([
      [false, ['m1']],
      [true, ['m2']],
    ]);
    expect(changes[0]?.document.reader).toBe(reader);
  });

  it('are tried again where they could not be read', async () => {
    const problem = { code: 'x', happened: '', safe: '', todo: '' };
    const { documents, log } = desk(() => fail(problem as never));
    for (const _ of [1, 2]) expect(await documents.open(CASE)).toEqual(fail(problem));
    expect(log).toEqual([`load ${CASE}`, `load ${CASE}`]);
    expect(documents.loaded(CASE)).toBeUndefined();
  });

  it.each([
    [FORMAT, true],
    [FORMAT + 1, false],
  ])('of format %i are open: %s', async (format, isOpen) => {
    const { documents } = desk(() => ok([stateOf({ meta: { format } })]));
    const result = await documents.open(CASE);
    expect(result.ok || result.error.code).toBe(isOpen || 'newer-format');
    expect(documents.loaded(CASE) !== undefined).toBe(isOpen);
  });

  it('are six at most: the one that nobody has used for longest is closed', async () => {
    const { documents, open, closed, cases } = desk();
    await open(1, 2, 3, 4, 5, 6);
    expect(closed()).toEqual([]);
    const { doc } = documents.loaded(cases(2)[0] ?? OFFICE) ?? expect.fail('not open');
    await open(1, 7);
    expect(closed()).toEqual(['2']);
    expect(documents.loaded(cases(2)[0] ?? OFFICE)).toBeUndefined();
    expect(doc.isDestroyed).toBe(true);
    await open(2);
    expect(closed()).toEqual(['2', '3']);
  });

  it('stay open while somebody keeps them, or something of them waits', async () => {
    const { documents, busy, open, closed, cases } = desk();
    await open(1, 2, 3);
    const [one = OFFICE, two = OFFICE] = cases(1, 2);
    const [leave, leaveAgain] = [documents.retain(one), documents.retain(one)];
    busy.add(two);
    await open(4, 5, 6, 7, 8, 9);
    expect(closed()).toEqual(['3', '4', '5']);
    leave();
    await open(10);
    expect(closed()).toEqual(['3', '4', '5', '6']);
    leaveAgain();
    busy.delete(two);
    await open(11);
    expect(closed()).toEqual(['3', '4', '5', '6', '1']);
  });

  it.each([
    ['updates', () => pending(), true],
    [
      'deletions',
      () => encodeUpdate([], { clients: new Map([[5, [{ clock: 3, len: 2 }]]]) }),
      true,
    ],
    ['nothing', () => stateOf({ meetings: { 'm1.title': 'x' } }), false],
  ])('wait for %s', (_, update, waits) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update());
    expect(hasPending(doc)).toBe(waits);
  });
});
