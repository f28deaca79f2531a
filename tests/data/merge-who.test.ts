import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Workspace } from '#data/workspace.ts';
import { keepApartCommand, mergeCommand } from '#features/people/commands.ts';
import { doubleLines, referencesOf } from '#features/people/merging.ts';
import { officeRows, referringRows } from '#features/people/queries.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { WHO, type WhoKind } from '#shared/domain/office/merged-fields.ts';
import { organizations, people, posts } from '#shared/domain/office/office.ts';
import type { Member } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { valueIn } from '#shared/domain/record/row-values.ts';
import { referencesTo } from '#shared/domain/references.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';

const CASES: readonly DocumentId[] = ['c1', 'c2', 'c3'].map((id) => caseDocument(id as CaseId));
const KINDS = ['people', 'organizations'] as const satisfies readonly WhoKind[];
/** The one that is kept, the one that goes, and one that has nothing to do with it. */
const IDS = ['keep', 'gone', 'third'] as const;

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

const openDesk = async () => {
  const desk = await createDesk();
  desks.push(desk);
  const { workspace } = await desk.start();
  return { desk, workspace };
};

const merge = async (workspace: Workspace, kind: WhoKind): Promise<void> => {
  const pair = { kind, keep: 'keep', gone: 'gone' };
  const found = referencesOf(await workspace.ask(referringRows(kind)), kind, pair);
  const merged = await workspace.run(mergeCommand(pair, found.documents));
  expect(merged.ok).toBe(true);
  await workspace.flush();
};

/** Every place that may hold a reference, as the collections declare them. */
const places = (kind: WhoKind) =>
  referencesTo(kind).flatMap(({ collection, fields, sets }) => [
    ...fields.map(({ field, named }) => ({ collection, field, named, isSet: false })),
    ...sets.map((field) => ({ collection, field, named: undefined, isSet: true })),
  ]);

const reference = fc.record({
  place: fc.nat(),
  document: fc.nat(CASES.length - 1),
  to: fc.subarray([...IDS], { minLength: 1 }),
  isBinned: fc.boolean(),
});
const words = fc.constantFrom('', 'あ', 'いろは', '別の\n言葉', '未');
const said = fc.record({ phone: words, kana: words, remarks: words, formerNames: words });
const names = fc.constantFrom('高橋 花子', '髙橋花子', '高橋　花子', '鈴木 花子');

describe.each(KINDS)('two records of one of the %s', (kind) => {
  it('are merged with every reference and every word kept, and parted again by one undo', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(reference, { maxLength: 14 }),
        fc.tuple(names, said, names, said),
        async (references, [name, one, otherName, other]) => {
          const { desk, workspace } = await openDesk();
          const all = places(kind);
          await workspace.run({
            label: '記録をつくる',
            documents: [OFFICE, ...CASES],
            run: (draft) => {
              draft.create(OFFICE, WHO[kind], { name, ...one }, 'keep');
              draft.create(OFFICE, WHO[kind], { name: otherName, ...other }, 'gone');
              draft.create(OFFICE, WHO[kind], { name: '見本 太郎' }, 'third');
              references.forEach(({ place, document, to, isBinned }, index) => {
                const at = all[place % all.length];
                if (at === undefined) return;
                const home = at.collection.home === 'office' ? OFFICE : CASES[document];
                if (home === undefined) return;
                const id = `r${index}`;
                const values = at.isSet ? {} : { [at.field]: to[0], [at.named ?? 'x']: 'その名前' };
                const { x: _, ...known } = values as Record<string, string>;
                draft.create(home, at.collection, known as never, id);
                if (at.isSet) {
                  const members = to.map((member) => ({ id: member, name: member }));
                  draft.setMembers(home, at.collection, id, at.field as never, members);
                }
                if (isBinned) draft.remove(home, at.collection, id);
              });
              return ok(null);
            },
          });
          await workspace.flush();
          const before = await rowsOf(desk);
          await merge(workspace, kind);
          const after = await rowsOf(desk);

          for (const [index, { place, to }] of references.entries()) {
            const at = all[place % all.length];
            if (at === undefined) continue;
            const table = desk.database().rowsOf(at.collection.name);
            const row = (await table.toArray()).find(({ id }) => id === `r${index}`);
            if (row === undefined) throw new Error(`r${index} is gone`);
            const now = at.isSet
              ? (valueIn(row, at.field) as readonly Member[]).map(({ id }) => id)
              : [valueIn(row, at.field)];
            const meant = (at.isSet ? to : to.slice(0, 1)).map((id) =>
              id === 'gone' ? 'keep' : id,
            );
            expect(new Set(now)).toEqual(new Set(meant));
            expect(now).toHaveLength(new Set(meant).size);
            if (at.named !== undefined && to[0] === 'gone') expect(row[at.named]).toBe(name);
          }
          const office = await workspace.ask(officeRows);
          const kept = office[kind].find(({ id }) => id === 'keep');
          expect(office[kind].map(({ id }) => id)).not.toContain('gone');
          const text = JSON.stringify(kept);
          for (const word of [name, otherName, ...Object.values(one), ...Object.values(other)]) {
            expect(text).toContain(JSON.stringify(word).slice(1, -1));
          }
          expect(kept?.name).toBe(name);

          workspace.undo();
          await workspace.flush();
          expect(await rowsOf(desk)).toEqual(before);
          workspace.redo();
          await workspace.flush();
          expect(await rowsOf(desk)).toEqual(after);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a merge', () => {
  const open = async () => {
    const { workspace } = await openDesk();
    await workspace.run({
      label: '記録をつくる',
      documents: [OFFICE],
      run: (draft) => {
        draft.create(OFFICE, organizations, { name: '社会福祉協議会', phone: '096-1' }, 'keep');
        draft.create(
          OFFICE,
          organizations,
          {
            name: '社協',
            phone: '096-2',
            address: '木山',
            parent: 'keep' as never,
            parentName: '社会福祉協議会',
          },
          'gone',
        );
        draft.create(OFFICE, people, { name: '見本 太郎' }, 'p');
        draft.create(OFFICE, posts, {
          person: 'p' as never,
          organization: 'gone' as never,
          organizationName: '社協',
        });
        return ok(null);
      },
    });
    return workspace;
  };

  it('says what it will change before it does', async () => {
    const workspace = await open();
    const rows = await workspace.ask(referringRows('organizations'));
    expect(referencesOf(rows, 'organizations', { keep: 'keep', gone: 'gone' })).toEqual({
      lines: [{ words: '所属・役職', records: 1, cases: 0 }],
      documents: [OFFICE],
      lists: 0,
    });
  });

  it('leaves what differs in 備考, the other name in 以前の名前, and no body above itself', async () => {
    const workspace = await open();
    await merge(workspace, 'organizations');
    const { organizations: bodies, posts: held } = await workspace.ask(officeRows);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatchObject({
      name: '社会福祉協議会',
      formerNames: '社協',
      phone: '096-1',
      address: '木山',
      remarks: 'まとめた「社協」の記録から：電話：096-2',
      parent: '',
      parentName: '',
    });
    expect(held[0]).toMatchObject({ organization: 'keep', organizationName: '社会福祉協議会' });
  });

  it('is refused where one of the two is gone already', async () => {
    const workspace = await open();
    await merge(workspace, 'organizations');
    const pair = { kind: 'organizations', keep: 'keep', gone: 'gone' } as const;
    expect((await workspace.run(mergeCommand(pair, []))).ok).toBe(false);
  });
});

it('Two that somebody keeps apart are told no more, until that is undone', async () => {
  const { workspace } = await openDesk();
  await workspace.run({
    label: '人をつくる',
    documents: [OFFICE],
    run: (draft) => {
      draft.create(OFFICE, people, { name: '髙橋 花子' }, 'a');
      draft.create(OFFICE, people, { name: '高橋花子' }, 'b');
      return ok(null);
    },
  });
  const doubles = async () =>
    doubleLines(await workspace.ask(officeRows), 'people').map(({ reason }) => reason);
  expect(await doubles()).toEqual(['名前が同じ']);
  await workspace.run(keepApartCommand('people', 'b', 'a'));
  await workspace.flush();
  expect(await doubles()).toEqual([]);
  workspace.undo();
  await workspace.flush();
  expect(await doubles()).toEqual(['名前が同じ']);
});
