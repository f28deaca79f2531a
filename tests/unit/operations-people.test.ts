import { describe, expect, it } from 'vitest';
import { addSupporter } from '#data/operations/case/supporters.ts';
import { addAnswer, setAnswers, setThemes, tieToRoadmap } from '#data/operations/chain/answers.ts';
import { ensureOrganization } from '#data/operations/office/organizations.ts';
import { ensurePerson, introducePerson, setPostBody } from '#data/operations/office/people.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { caseSupporters } from '#shared/domain/case/case.ts';
import { actions, findings } from '#shared/domain/meeting/meeting.ts';
import { organizations, people, posts } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { bars, milestones } from '#shared/domain/roadmap/collections.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { CASE, draftDesk } from '#tests/support/drafts.ts';

const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

describe('people and bodies of the office', () => {
  it('are those of a name where it is plain who is meant, else new ones', () => {
    const desk = draftDesk();
    const person = (name: string, role?: 'adviser') =>
      desk.done((draft) => ensurePerson(draft, { name, role }));
    const first = person(' 山田 花子 ', 'adviser');
    expect(desk.row(people, first.id)).toMatchObject({ name: '山田 花子', role: 'adviser' });
    expect(person('山田 花子')).toEqual(first);
    desk.write((draft) => draft.create(OFFICE, people, { name: '山田 花子' }, 'p2'));
    const third = person('山田 花子');
    expect(desk.rows(people)).toHaveLength(3);
    expect(desk.row(people, third.id)?.role).toBe('unknown');
    expect(desk.refused((draft) => ensurePerson(draft, { name: '' }))).not.toBe('');
  });

  it('are made with what is known of them', () => {
    const desk = draftDesk();
    const body = (name: string, facts: Loose = {}) =>
      desk.done((draft) => ensureOrganization(draft, name, facts));
    const MUNICIPALITY = { id: '434434', name: '益城町' };
    const first = body('いきいき長寿課', { municipality: MUNICIPALITY });
    expect(desk.row(organizations, first.id)).toMatchObject({
      municipality: '434434',
      municipalityName: '益城町',
    });
    expect(body('いきいき長寿課', { near: '434434' })).toEqual(first);
    expect(desk.row(organizations, body('町社協').id)?.role).toBe('welfareCouncil');
    expect(desk.row(organizations, body('何か', { role: 'ministry' }).id)?.role).toBe('ministry');
    expect(desk.refused((draft) => ensureOrganization(draft, ' '))).toBe(
      '機関の名前が入っていません。',
    );
  });

  const introduced = (change: Loose = {}) =>
    ({
      person: '',
      name: '生駒 花子',
      body: { name: '長寿課' },
      post: '係長',
      from: '2022-04',
      ...change,
    }) as never;
  it('are introduced with body and post; nothing that stood before is changed', () => {
    const desk = draftDesk();
    const introduce = (change: Loose = {}) =>
      desk.done((draft) => introducePerson(draft, introduced(change)));
    const { id } = introduce();
    const all = () =>
      desk.rows(posts).map((row) => `${row.organizationName} ${row.post} ${row.from}`);
    expect(all()).toEqual(['長寿課 係長 2022-04']);
    introduce({ person: id });
    expect(all()).toHaveLength(1);
    introduce({ person: id, post: '課長', from: '2023-04' });
    introduce({ person: id, body: null, post: '', from: '2023-04' });
    introduce({ person: id, body: null, post: 'AD', from: '2024-04' });
    expect(all().toSorted()).toEqual([' AD 2024-04', '長寿課 係長 2022-04', '長寿課 課長 2023-04']);
    expect(desk.rows(people)).toHaveLength(1);
    introduce({ name: '別', post: 'AD' });
    expect(desk.rows(people).find(({ name }) => name === '別')?.role).toBe('adviser');
  });

  it.each<[Loose, string]>([
    [{ name: '' }, '名前が入っていません。'],
    [{ person: 'gone' }, 'この人は見つかりません。'],
    [{ body: { name: '' } }, '機関の名前が入っていません。'],
    [{ from: 'いつか' }, '「いつか」という日はありません。'],
  ])('are not introduced with %j', (change, refusal) => {
    const desk = draftDesk();
    expect(desk.refused((draft) => introducePerson(draft, introduced(change)))).toBe(refusal);
    expect([desk.rows(people), desk.rows(organizations)]).toEqual([[], []]);
  });

  it('have posts in a body that is there or is made', () => {
    const desk = draftDesk();
    desk.write((draft) => draft.create(OFFICE, posts, { post: '係長' }, 'x'));
    const set = (body: Loose, id = 'x') =>
      desk.refused((draft) => setPostBody(draft, id, body as never));
    expect(set({ id: 'o1', name: '厚生局' })).toBe('');
    expect(desk.row(posts, 'x')).toMatchObject({ organization: 'o1', organizationName: '厚生局' });
    expect(set({ name: '長寿課' })).toBe('');
    expect(desk.row(posts, 'x')).toMatchObject({
      organization: desk.rows(organizations)[0]?.id,
      organizationName: '長寿課',
    });
    expect(set({ name: '' })).toBe('機関の名前が入っていません。');
    expect(set({ name: '課' }, 'gone')).not.toBe('');
  });

  it('support a case, each once', () => {
    const desk = draftDesk();
    desk.write((draft) => {
      draft.create(OFFICE, people, { name: '山田 花子' }, 'p1');
      draft.create(OFFICE, organizations, { name: '厚生局' }, 'o1');
    });
    const add = (pick: Loose, role = '') =>
      desk.refused((draft) => addSupporter(draft, CASE, pick as never, role));
    expect(add({ person: 'p1' }, 'AD')).toBe('');
    expect(add({ id: 'o1', name: '古い名前' })).toBe('');
    expect(add({ name: '町社協' })).toBe('');
    expect(desk.rows(caseSupporters).map((row) => `${row.name} ${row.role}`)).toEqual([
      '山田 花子 AD',
      '厚生局 ',
      '町社協 ',
    ]);
    expect(add({ person: 'p1' })).toBe('山田 花子はすでに支援者にあります。');
    expect(add({ name: '厚生局' })).toBe('厚生局はすでに支援者にあります。');
    expect(add({ person: 'gone' })).toBe('この人は見つかりません。');
    expect(add({ id: 'gone', name: 'x' })).toBe('この機関・団体は見つかりません。');
    expect(add({ name: '' })).toBe('機関の名前が入っていません。');
    expect(desk.rows(caseSupporters)).toHaveLength(3);
  });
});

describe('what answers a finding', () => {
  const HOME = 'c0' as CaseId;
  const desk = () => {
    const made = draftDesk();
    made.write((draft) => {
      draft.create(CASE, findings, { text: '移動手段' }, 'f1');
      draft.create(CASE, findings, { text: 'あ'.repeat(300) }, 'f2');
      draft.create(CASE, actions, { text: '調べる' }, 't1');
      draft.create(caseDocument(HOME), bars, { label: '帯' }, 'b1');
      draft.create(caseDocument(HOME), milestones, { label: '節' }, 'n1');
    });
    return made;
  };
  const GONE = 'この課題・気づきは見つかりません。';

  it('is an action with the finding’s words, as long as a name may be', () => {
    const of = desk();
    const id = of.done((draft) => addAnswer(draft, CASE, 'f1', { text: ' 聞く ' }));
    expect(of.row(actions, id)).toMatchObject({
      text: '聞く',
      answers: [{ id: 'f1', name: '移動手段' }],
    });
    of.done((draft) => setAnswers(draft, CASE, 't1', ['f2', 'f1']));
    const lengths = of.row(actions, 't1')?.answers.map(({ name }) => name.length < 300);
    expect(lengths).toEqual([true, true]);
    of.write((draft) => draft.remove(CASE, findings, 'f1'));
    of.done((draft) => setAnswers(draft, CASE, 't1', ['f1']));
    expect(of.row(actions, 't1')?.answers).toMatchObject([{ id: 'f1', name: '移動手段' }]);
    expect(of.refused((draft) => setAnswers(draft, CASE, 't1', ['gone']))).toBe(GONE);
    expect(of.refused((draft) => setAnswers(draft, CASE, 'gone', []))).toBe(
      'この対応事項は見つかりません。',
    );
    expect(of.refused((draft) => addAnswer(draft, CASE, 'f1', { text: 'x' }))).toBe(GONE);
    expect(of.refused((draft) => addAnswer(draft, CASE, 'f2', { text: '' }))).toBe(
      '対応事項が入っていません。',
    );
  });

  it.each([
    [[{ id: 'b1', name: '帯' }], ''],
    [[{ id: 'n1', name: '節' }], ''],
    [
      [
        { id: 'b1', name: '帯' },
        { id: 'x', name: '無' },
      ],
      'この帯・節目は見つかりません。',
    ],
  ])('is tied to the roadmap by %j, or refused: %s', (items, refusal) => {
    const of = desk();
    expect(of.refused((draft) => tieToRoadmap(draft, CASE, HOME, 't1', items))).toBe(refusal);
    expect(of.row(actions, 't1')?.roadmapItems).toHaveLength(refusal === '' ? 1 : 0);
    of.write((draft) =>
      draft.setMembers(CASE, actions, 't1', 'roadmapItems', [{ id: 'x', name: '無' }]),
    );
    expect(of.refused((draft) => tieToRoadmap(draft, CASE, HOME, 't1', items))).toBe('');
    expect(of.refused((draft) => tieToRoadmap(draft, CASE, HOME, 'x', items))).toBe(
      'この対応事項は見つかりません。',
    );
  });

  it('bears themes by their names', () => {
    const of = desk();
    of.done((draft) => setThemes(draft, CASE, 'f1', ['移動', '通い']));
    expect(names(of.row(findings, 'f1')?.themes ?? [])).toEqual(['移動', '通い']);
    expect(of.refused((draft) => setThemes(draft, CASE, 'f1', ['']))).not.toBe('');
    expect(of.refused((draft) => setThemes(draft, CASE, 'x', []))).toBe(GONE);
  });
});
