import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleCommand } from '#app/sample/open-sample.ts';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { keepAsKnowHowCommand, knowHowCommands } from '#features/knowhow/commands.ts';
import { knowHowRows } from '#features/knowhow/queries.ts';
import { peerCommands } from '#features/peers/commands.ts';
import { peersOfMunicipality, peersOfTheme } from '#features/peers/queries.ts';
import { addThemeCommand, themeCommands } from '#features/themes/commands.ts';
import {
  carriersOf,
  type ThemePageRows,
  themeListRows,
  themePageRows,
} from '#features/themes/queries.ts';
import json from '#resources/sample/mashiki.json' with { type: 'json' };
import { day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { themeCases } from '#shared/domain/knowhow/theme-cases.ts';
import { findings } from '#shared/domain/meeting/meeting.ts';
import type { KnowHowRow } from '#shared/domain/office/know-how.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { readSample } from '#shared/domain/sample.ts';
import { ok, type Result } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';
import { asId } from '#tests/support/ids.ts';

const TODAY = day('2023-03-02');

let desk: Desk;
let workspace: Workspace;
let mashiki: CaseId;

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  mashiki = value(await workspace.run(sampleCommand(readSample(json))));
});

afterEach(() => desk.remove());

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.happened);
  return result.value;
};

const reader = async () => {
  await workspace.flush();
  return createReader(desk.database());
};

const findingOf = async (words: string): Promise<string> => {
  const rows = await (await reader()).of(findings, [caseDocument(mashiki)]);
  return rows.find(({ text }) => text.includes(words))?.id ?? '';
};

const lessons = async (): Promise<readonly KnowHowRow[]> =>
  (await knowHowRows(await reader())).knowHows;

const undone = async (label: string): Promise<void> => {
  await workspace.flush();
  expect(workspace.history.get().undo).toBe(label);
  workspace.undo();
  await workspace.flush();
};

const names = (members: readonly { readonly name: string }[] | undefined) =>
  members?.map(({ name }) => name);

describe('a finding that becomes a lesson', () => {
  it('brings its words, its meeting, its case and the themes of that', async () => {
    const finding = await findingOf('サービスの周知不足');
    value(await workspace.run(keepAsKnowHowCommand(mashiki, [finding], TODAY)));
    const [row] = await lessons();
    expect(row).toMatchObject({
      title: 'サービスの周知不足',
      what: 'サービスの周知不足',
      visibility: 'office',
      confirmedOn: '2023-03-02',
      sourceCase: mashiki,
      sourceCaseName: '益城町（令和4年度）',
    });
    expect(names(row?.themes)).toEqual(['総合事業', '通所型サービスC']);
    expect(names(row?.sourceMeetings)).toEqual(['第1回支援 R4.8.24']);
    expect(row?.sourceFindings.map(({ id }) => id)).toEqual([finding]);
  });

  it('becomes one with others, in the order of the case, and one undo takes it back', async () => {
    const chosen = [await findingOf('広報の見直し'), await findingOf('サービスの周知不足')];
    value(await workspace.run(keepAsKnowHowCommand(mashiki, chosen, TODAY)));
    const [row] = await lessons();
    expect(row?.title).toBe('サービスの周知不足');
    expect(row?.what.split('\n')).toHaveLength(2);
    expect(row?.what).toMatch(/^・サービスの周知不足\n・広報/);
    expect(names(row?.sourceMeetings)).toEqual(['第1回支援 R4.8.24', '第2回支援 R4.12.22']);
    await undone('ノウハウにする');
    expect(await lessons()).toEqual([]);
  });

  it('is refused where it is gone, and nothing is made', async () => {
    const refused = await workspace.run(keepAsKnowHowCommand(mashiki, ['gone'], TODAY));
    expect(refused.ok).toBe(false);
    expect(await lessons()).toEqual([]);
  });

  it('keeps a long title within the limit', async () => {
    const long = value(
      await workspace.run({
        label: '長い',
        documents: [caseDocument(mashiki)],
        run: (draft) => ({
          ok: true,
          value: draft.create(caseDocument(mashiki), findings, { text: '長'.repeat(900) }),
        }),
      }),
    );
    value(await workspace.run(keepAsKnowHowCommand(mashiki, [long], TODAY)));
    const [row] = await lessons();
    expect([...(row?.title ?? '')]).toHaveLength(200);
    expect([...(row?.what ?? '')]).toHaveLength(900);
  });
});

describe('a lesson', () => {
  it('is confirmed with one press, filed under a theme that is made on the spot, and taken off it', async () => {
    const id = value(await workspace.run(knowHowCommands.add({ title: '送迎から始める' })));
    value(await workspace.run(knowHowCommands.confirm(id, TODAY)));
    value(await workspace.run(knowHowCommands.addTheme(id, { name: '移動支援' })));
    value(await workspace.run(knowHowCommands.setKinds(id, ['village', 'town'])));
    const [row] = await lessons();
    expect(row?.confirmedOn).toBe('2023-03-02');
    expect(names(row?.kinds)).toEqual(['村', '町']);
    expect((await knowHowRows(await reader())).themes.map(({ name }) => name)).toContain(
      '移動支援',
    );
    if (row === undefined) throw new Error('the lesson is gone');
    value(await workspace.run(knowHowCommands.removeTheme(row, row.themes[0]?.id ?? '')));
    expect((await lessons())[0]?.themes).toEqual([]);
  });

  it('has to have a title', async () => {
    expect((await workspace.run(knowHowCommands.add({ title: '  ' }))).ok).toBe(false);
    expect(await lessons()).toEqual([]);
  });
});

const idOf = async (name: string): Promise<string> =>
  (await themeListRows(await reader())).themes.find((theme) => theme.name === name)?.id ?? '';

const pageOf = async (id: string): Promise<ThemePageRows> => themePageRows(id)(await reader());

const carrying = async (id: string): Promise<readonly string[]> =>
  themeCases(await pageOf(id)).map(({ municipality }) => municipality);

const themesOf = async (municipality: string): Promise<readonly string[] | undefined> => {
  const { digests } = await themeListRows(await reader());
  return names(digests.find((each) => each.case.municipalityName === municipality)?.case.themes);
};

describe('a theme', () => {
  it('knows the municipalities that took it up', async () => {
    expect(await carrying(await idOf('介護予防'))).toEqual(['人吉市', '五木村']);
    expect(await carrying(await idOf('通所型サービスC'))).toEqual(['益城町']);
  });

  it('is renamed in every case and lesson that carries it, and one undo brings its name back', async () => {
    const id = await idOf('通所型サービスC');
    const finding = await findingOf('サービスの周知不足');
    value(await workspace.run(keepAsKnowHowCommand(mashiki, [finding], TODAY)));
    const carriers = await workspace.ask(carriersOf(id));
    value(await workspace.run(themeCommands(id, carriers).rename('通所C（短期集中）')));
    expect(await themesOf('益城町')).toEqual(['総合事業', '通所C（短期集中）']);
    expect(names((await lessons())[0]?.themes)).toEqual(['総合事業', '通所C（短期集中）']);
    expect((await pageOf(id)).theme?.name).toBe('通所C（短期集中）');
    await undone('テーマの名前を変更');
    expect(await themesOf('益城町')).toEqual(['総合事業', '通所型サービスC']);
    expect(names((await lessons())[0]?.themes)).toEqual(['総合事業', '通所型サービスC']);
  });

  it('is renamed and merged in a finding of a case that does not carry it, and in a peer support', async () => {
    const [id, into] = [await idOf('介護予防'), await idOf('生活支援')];
    const document = caseDocument(mashiki);
    const finding = await findingOf('サービスの周知不足');
    value(
      await workspace.run({
        label: 'テーマをつける',
        documents: [document],
        run: (draft) => {
          draft.setMembers(document, findings, finding, 'themes', [{ id, name: '介護予防' }]);
          return ok(null);
        },
      }),
    );
    const pair = { helperName: '五木村', helpedName: '益城町', text: '体操のすすめ方' };
    const theme = { theme: asId(id), themeName: '介護予防' };
    value(await workspace.run(peerCommands.add({ ...pair, ...theme })));
    const told = async () => {
      const found = await (await reader()).one(findings, document, finding);
      const { peers } = await workspace.ask(peersOfTheme(id));
      return [names(found?.themes), peers.map(({ themeName }) => themeName)];
    };
    expect(await told()).toEqual([['介護予防'], ['介護予防']]);
    const carriers = await workspace.ask(carriersOf(id));
    value(await workspace.run(themeCommands(id, carriers).rename('介護予防・健康づくり')));
    expect(await told()).toEqual([['介護予防・健康づくり'], ['介護予防・健康づくり']]);
    value(await workspace.run(themeCommands(id, carriers).mergeInto(into)));
    expect(await told()).toEqual([['生活支援'], []]);
    const { peers } = await workspace.ask(peersOfTheme(into));
    expect(peers.map(({ text, themeName }) => [text, themeName])).toEqual([
      ['体操のすすめ方', '生活支援'],
    ]);
    const both = await Promise.all(
      ['五木村', '益城町', '人吉市'].map((name) => workspace.ask(peersOfMunicipality('', name))),
    );
    expect(both.map((each) => each.length)).toEqual([1, 1, 0]);
    await undone('テーマを1つにまとめる');
    expect(await told()).toEqual([['介護予防・健康づくり'], ['介護予防・健康づくり']]);
  });

  it('takes no name of another, whatever its width and kana', async () => {
    const id = await idOf('総合事業');
    const carriers = await workspace.ask(carriersOf(id));
    const refused = await workspace.run(themeCommands(id, carriers).rename('通所型ｻｰﾋﾞｽＣ'));
    expect(refused.ok).toBe(false);
    expect((await workspace.run(addThemeCommand('介護予防 '))).ok).toBe(false);
    expect(await themesOf('益城町')).toEqual(['総合事業', '通所型サービスC']);
  });

  it('becomes one with another: what carries both carries it once, and one undo parts them', async () => {
    const [from, into] = [await idOf('介護予防'), await idOf('生活支援')];
    const carriers = await workspace.ask(carriersOf(from));
    value(await workspace.run(themeCommands(from, carriers).mergeInto(into)));
    expect(await themesOf('五木村')).toEqual(['生活支援']);
    expect(await themesOf('人吉市')).toEqual(['生活支援']);
    expect(await carrying(into)).toEqual(['人吉市', '氷川町', '五木村']);
    expect((await pageOf(from)).theme).toBeUndefined();
    await undone('テーマを1つにまとめる');
    expect(await themesOf('五木村')).toEqual(['介護予防', '生活支援']);
    expect(await carrying(from)).toEqual(['人吉市', '五木村']);
  });

  it('is found at a case that got it a moment ago, and no more at one that has lost it', async () => {
    const id = await idOf('生活支援');
    const { digestsMade } = await desk.start();
    await digestsMade();
    ({ workspace } = await desk.start());
    expect(await carrying(id)).toEqual(['氷川町', '五木村']);
    const { digests } = await themeListRows(await reader());
    const caseIn = (name: string) =>
      digests.find((each) => each.case.municipalityName === name)?.case.id ?? mashiki;
    for (const [name, themes] of [
      ['氷川町', []],
      ['益城町', [{ id, name: '生活支援' }]],
    ] as const) {
      const document = caseDocument(caseIn(name));
      value(
        await workspace.run({
          label: 'テーマ',
          documents: [document],
          run: (draft) => {
            draft.setMembers(document, cases, caseIn(name), 'themes', themes);
            return ok(null);
          },
        }),
      );
    }
    expect(await carrying(id)).toEqual(['益城町', '五木村']);
  });

  it('is not merged with itself', async () => {
    const id = await idOf('介護予防');
    const carriers = await workspace.ask(carriersOf(id));
    expect((await workspace.run(themeCommands(id, carriers).mergeInto(id))).ok).toBe(false);
    expect((await pageOf(id)).theme?.name).toBe('介護予防');
  });

  it('is removed from what carries it, which stays', async () => {
    const id = await idOf('介護予防');
    const carriers = await workspace.ask(carriersOf(id));
    value(await workspace.run(themeCommands(id, carriers).remove()));
    expect(await themesOf('五木村')).toEqual(['生活支援']);
    expect(await themesOf('人吉市')).toEqual([]);
    await undone('テーマを削除');
    expect(await themesOf('人吉市')).toEqual(['介護予防']);
  });
});
