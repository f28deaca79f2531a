import { describe, expect, it } from 'vitest';
import {
  addAssignment,
  changeStaff,
  documentsOfChange,
  ensureStaff,
} from '#data/operations/case/assignments.ts';
import {
  type CaseValues,
  createCase,
  ensureTheme,
  ensureThemes,
  removeCase,
  restoreCase,
  updateCase,
} from '#data/operations/case/cases.ts';
import { noteFollowUp } from '#data/operations/case/follow-ups.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { assignments } from '#shared/domain/case/assignment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { followUpId, followUps } from '#shared/domain/case/follow-up.ts';
import { municipalities, themes } from '#shared/domain/office/office.ts';
import { staff } from '#shared/domain/office/staff.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { CASE, CASE_ID, type DraftDesk, draftDesk } from '#tests/support/drafts.ts';

const MASHIKI = { code: '434434', name: '益城町', prefecture: '熊本県' };
const values = (change: Loose = {}) =>
  ({
    municipality: MASHIKI,
    fiscalYear: 2022,
    programme: 'national',
    ...change,
  }) as unknown as CaseValues;
const NO_CASE = 'この案件は見つかりません。';
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

describe('a case', () => {
  const made = (change: Loose = {}) => {
    const desk = draftDesk();
    desk.done((draft) => createCase(draft, CASE_ID, values(change)));
    return desk;
  };

  it('is made with its municipality and its themes', () => {
    const desk = made({
      themes: ['移動支援', '移動支援', '通い'],
      entryReason: ' 国から ',
      themeText: ' 文 ',
    });
    const row = desk.row(cases, CASE_ID);
    expect(row).toMatchObject({
      ...{ municipalityCode: '434434', municipalityName: '益城町', prefectureName: '熊本県' },
      ...{
        fiscalYear: 2022,
        entry: 'unknown',
        entryReason: '国から',
        themeText: '文',
        continuesCase: '',
      },
    });
    expect(names(row?.themes ?? [])).toEqual(['移動支援', '通い']);
    // Rows come by their ids, which are drawn.
    expect(names(desk.rows(themes)).toSorted()).toEqual(['移動支援', '通い'].toSorted());
    expect(desk.row(municipalities, '434434')).toMatchObject({
      name: '益城町',
      prefecture: '熊本県',
      kana: '',
    });
    expect(desk.refused((draft) => createCase(draft, CASE_ID, values()))).toBe(
      'この案件はもうつくられています。',
    );
  });

  it('leaves its municipality as the office has it', () => {
    const desk = draftDesk();
    desk.write((draft) =>
      draft.create(OFFICE, municipalities, { name: '町', kana: 'まち' }, '434434'),
    );
    desk.done((draft) => createCase(draft, CASE_ID, values()));
    expect(desk.row(municipalities, '434434')).toMatchObject({ name: '町', kana: 'まち' });
  });

  it.each<[Loose, string]>([
    [
      { municipality: { ...MASHIKI, code: '43443' } },
      '団体コード「43443」は6桁の数字ではありません。',
    ],
    [
      { municipality: { ...MASHIKI, code: '4344345' } },
      '団体コード「4344345」は6桁の数字ではありません。',
    ],
    [
      { municipality: { ...MASHIKI, code: 'a434434' } },
      '団体コード「a434434」は6桁の数字ではありません。',
    ],
    [{ fiscalYear: null }, '年度が入っていません。'],
    [{ fiscalYear: 1 }, '年度が入っていません。'],
    [{ entryDate: 'いつか' }, '「いつか」という日はありません。'],
    [{ themes: [''] }, 'テーマが入っていません。'],
  ])('that is %j is neither made nor changed: %s', (change, refusal) => {
    const desk = draftDesk();
    expect(desk.refused((draft) => createCase(draft, CASE_ID, values(change)))).toBe(refusal);
    expect(desk.rows(cases)).toEqual([]);
    expect(made().refused((draft) => updateCase(draft, CASE_ID, values(change)))).toBe(refusal);
  });

  it('keeps what is not given of how it began', () => {
    const BEGUN = {
      entry: 'volunteered',
      entryDate: '2022-05',
      entryReason: '国から',
      source: '表',
    };
    const desk = made(BEGUN);
    const before = desk.row(cases, CASE_ID);
    desk.done((draft) =>
      updateCase(draft, CASE_ID, values({ fiscalYear: 2023, themes: ['通い'] })),
    );
    const after = desk.row(cases, CASE_ID);
    expect(after).toMatchObject({
      fiscalYear: 2023,
      entry: before?.entry,
      entryDate: '2022-05',
      entryReason: '国から',
      source: '表',
    });
    expect(names(after?.themes ?? [])).toEqual(['通い']);
    desk.done((draft) =>
      updateCase(draft, CASE_ID, values({ entryDate: '', entryReason: '', source: '' })),
    );
    expect(desk.row(cases, CASE_ID)).toMatchObject({ entryDate: '', entryReason: '', source: '' });
  });

  it('goes into the bin and comes back', () => {
    const desk = made();
    desk.done((draft) => removeCase(draft, CASE_ID));
    expect(desk.rows(cases)).toEqual([]);
    expect(desk.refused((draft) => removeCase(draft, CASE_ID))).toBe(NO_CASE);
    expect(desk.refused((draft) => updateCase(draft, CASE_ID, values()))).toBe(NO_CASE);
    desk.done((draft) => restoreCase(draft, CASE_ID));
    expect(desk.rows(cases)).toHaveLength(1);
  });

  it('has a theme of the office by its name, whatever the width', () => {
    const desk = draftDesk();
    const first = desk.done((draft) => ensureTheme(draft, 'ICT'));
    expect(desk.done((draft) => ensureTheme(draft, ' ＩＣＴ '))).toEqual(first);
    expect(names(desk.done((draft) => ensureThemes(draft, ['ＩＣＴ', '通い', 'ICT'])))).toEqual([
      'ICT',
      '通い',
    ]);
  });

  it('has one note of each check of what came of it', () => {
    const desk = made();
    const note = (given: Loose) => desk.refused((draft) => noteFollowUp(draft, CASE, '12', given));
    expect(note({ seen: '広がった' })).toBe('');
    expect(note({ reason: ' 次へ ' })).toBe('');
    expect(note({ doneOn: 'いつか' })).not.toBe('');
    expect(desk.rows(followUps)).toMatchObject([
      { id: followUpId('12'), after: '12', seen: '広がった', reason: '次へ', doneOn: '' },
    ]);
  });
});

describe('who is in charge of cases', () => {
  const DAY = '2023-04-01' as never;
  const desk = () => {
    const made = draftDesk();
    made.write((draft) => {
      draft.create(OFFICE, staff, { name: '山田 太郎' }, 's1');
      draft.create(OFFICE, staff, { name: '生駒 花子' }, 's2');
      draft.create(CASE, cases, {}, CASE_ID);
      const add = (id: string, given: Loose) => draft.create(CASE, assignments, given as never, id);
      add('now', { staff: 's1', name: '山田 太郎', from: '2022-04-01' });
    });
    return made;
  };
  const all = (of: DraftDesk) =>
    of
      .rows(assignments)
      .map((row) => `${row.staff} ${row.from}～${row.until}`)
      .toSorted();
  const change = (of: DraftDesk, given: Loose = {}) =>
    of.refused((draft) =>
      changeStaff(draft, {
        ...{ cases: [CASE_ID], leaver: 's1', successor: { id: 's2', name: '' }, from: DAY },
        ...given,
      } as never),
    );

  it.each<[Loose, readonly string[]]>([
    [{}, ['s1 2022-04-01～2023-03-31', 's2 2023-04-01～']],
    [{ leaver: null }, ['s1 2022-04-01～2023-03-31', 's2 2023-04-01～']],
    [{ leaver: 's9' }, ['s1 2022-04-01～', 's2 2023-04-01～']],
    [{ from: '2022-04-01' }, ['s2 2022-04-01～']],
    [{ from: '2022-03-01' }, ['s2 2022-03-01～']],
    [{ successor: { name: '生駒花子' } }, ['s1 2022-04-01～2023-03-31', 's2 2023-04-01～']],
  ])('changes by %j', (given, expected) => {
    const of = desk();
    expect(change(of, given)).toBe('');
    expect(all(of)).toEqual(expected);
    expect(change(of, given)).toBe('');
    expect(all(of)).toEqual(expected);
  });

  it.each<[Loose, string]>([
    [{ cases: [] }, '案件が選ばれていません。'],
    [{ leaver: 's2' }, '前任と後任が同じ人です。'],
    [{ successor: { id: 's9', name: '' } }, 'この課の職員は見つかりません。'],
    [{ cases: ['c9'] }, NO_CASE],
  ])('is refused by %j: %s', (given, refusal) => {
    const of = desk();
    expect(change(of, given)).toBe(refusal);
    expect(all(of)).toEqual(['s1 2022-04-01～']);
  });

  it('what was over before stays as it was', () => {
    const of = desk();
    of.write((draft) => draft.set(CASE, assignments, 'now', { until: '2022-12-31' }));
    change(of);
    expect(all(of)).toEqual(['s1 2022-04-01～2022-12-31', 's2 2023-04-01～']);
  });

  it('may be several, old and new', () => {
    const of = desk();
    of.done((draft) => addAssignment(draft, CASE, { name: ' 新 人 ' }));
    expect(
      of
        .rows(assignments)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['山田 太郎', '新 人']);
    expect(of.done((draft) => ensureStaff(draft, { name: '新人' })).name).toBe('新 人');
    expect(of.refused((draft) => addAssignment(draft, CASE, { name: '' }))).not.toBe('');
    expect(documentsOfChange({ cases: [CASE_ID] } as never)).toEqual([OFFICE, CASE]);
  });
});
