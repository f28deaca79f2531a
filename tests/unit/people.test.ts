import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartialDate } from '#shared/dates/types.ts';
import { groupAttendances } from '#shared/domain/meeting/attendance-groups.ts';
import { bodyOfName } from '#shared/domain/office/bodies.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import { readTypedPerson } from '#shared/domain/office/read-attendee.ts';
import { roleOfName } from '#shared/domain/office/role-of-name.ts';
import { nameKey } from '#shared/text/same-name.ts';
import { attendanceRow, organizationRow, postRow } from '../support/rows.ts';

const date = (text: string): PartialDate => text as PartialDate;

describe('the post that somebody had on a day', () => {
  const posts = [
    postRow('a', { post: '主事', from: '2020-04', to: '2022-03' }),
    postRow('b', { post: '係長', from: '2022-04', to: '2024-03-31' }),
    postRow('c', { post: '課長', from: '2024-04-01' }),
  ];
  const on = (day: string) => postOn(posts, date(day))?.post;

  it('is that of its time, to the last day', () => {
    expect(on('2021-08-03')).toBe('主事');
    expect(on('2022-03-31')).toBe('主事');
    expect(on('2022-04-01')).toBe('係長');
    expect(on('2024-03-31')).toBe('係長');
    expect(on('2030-01-01')).toBe('課長');
  });

  it('is the new one in the month in which one follows another', () => {
    expect(on('2024-04')).toBe('課長');
    const inOneMonth = [postRow('x', { to: '2022-04' }), postRow('y', { from: '2022-04' })];
    expect(postOn(inOneMonth, date('2022-04-15'))?.id).toBe('y');
  });

  it('is none before the first and after the last, and today’s on a date that is not known', () => {
    expect(on('2020-03-31')).toBeUndefined();
    expect(on('')).toBe('課長');
    expect(postOn([postRow('a', { to: '2020-03' })], date('2021-01-01'))).toBeUndefined();
    expect(postOn([postRow('a', { to: '2020-03' })], date(''))?.id).toBe('a');
  });

  it('was always there where nobody has said since when, until another begins', () => {
    const open = [postRow('old', {}), postRow('new', { from: '2023-04' })];
    expect(postOn(open, date('2010-01-01'))?.id).toBe('old');
    expect(postOn(open, date('2023-06-01'))?.id).toBe('new');
  });

  it('comes out of whatever two edits merge into, whichever way the rows stand', () => {
    const day = fc.constantFrom('', '2022', '2022-04', '2022-04-01', '2023-01-31', 'いつか');
    const held = fc.array(
      fc.record({ from: day, to: day, deletedAt: fc.constantFrom('', '2024-01-01T00:00:00Z') }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(held, fc.constantFrom('', '2022-04', '2022-04-01', '2023-01-31'), (all, on) => {
        const rows = all.map((values, index) => postRow(`p${index}`, { ...values, order: 'a0' }));
        const found = postOn(rows, date(on));
        expect(postOn(rows.toReversed(), date(on))?.id).toBe(found?.id);
        expect(found?.deletedAt ?? '').toBe('');
      }),
    );
  });
});

describe('somebody typed with brackets', () => {
  it.each([
    ['生駒 花子（いきいき長寿課・係長）', '生駒 花子', 'いきいき長寿課', '係長'],
    ['生駒 花子(いきいき長寿課 係長)', '生駒 花子', 'いきいき長寿課', '係長'],
    ['生駒 花子様（いきいき長寿課係長）', '生駒 花子', 'いきいき長寿課', '係長'],
    ['生駒 花子（福祉課長）', '生駒 花子', '福祉課', '課長'],
    ['生駒 花子（健康・福祉課・主任保健師）', '生駒 花子', '健康・福祉課', '主任保健師'],
    ['生駒 花子（健康・福祉課）', '生駒 花子', '健康・福祉課', ''],
    ['生駒 花子（社協・事務局長）', '生駒 花子', '社協', '事務局長'],
    ['生駒 花子（事務局長）', '生駒 花子', '', '事務局長'],
    ['生駒 花子（保健師）', '生駒 花子', '', '保健師'],
    ['生駒 花子（地域包括支援センター）', '生駒 花子', '地域包括支援センター', ''],
  ])('%s', (text, name, body, post) => {
    expect(readTypedPerson(text)).toEqual({ name, body, post, isDoubtful: false });
  });

  it('is in doubt where the words are neither a body nor a post that is known', () => {
    expect(readTypedPerson('生駒 花子（まちづくり）')).toMatchObject({
      body: 'まちづくり',
      isDoubtful: true,
    });
  });

  it.each(['生駒 花子', '（係長）', '生駒 花子（）', '町（福祉課）から3人', ''])(
    '%s is none',
    (text) => {
      expect(readTypedPerson(text)).toBeNull();
    },
  );

  it('loses nothing that was typed in the brackets', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (inside) => {
        const read = readTypedPerson(`生駒 花子（${inside}）`);
        if (read === null) return;
        const bare = (text: string) => text.normalize('NFKC').replace(/[\s・･、，,/／]/gu, '');
        const kept = bare(read.body + read.post);
        // 福祉課長 is 福祉課 and 課長: its 課 is said twice.
        for (const letter of bare(inside)) expect(kept).toContain(letter);
      }),
    );
  });
});

describe('the kind of a body', () => {
  it.each([
    ['益城町地域包括支援センター', 'supportCentre'],
    ['包括', 'supportCentre'],
    ['益城町社会福祉協議会', 'welfareCouncil'],
    ['社協', 'welfareCouncil'],
    ['九州厚生局', 'bureau'],
    ['厚生労働省', 'ministry'],
    ['県AD', 'prefecturalAdviser'],
    ['ＡＤ', 'adviser'],
    ['熊本県', 'prefecture'],
    ['益城町', 'municipality'],
    ['上益城地域振興局', 'regionalOffice'],
    ['民生委員', 'residents'],
    ['いきいき長寿課', 'unknown'],
    ['福祉課', 'unknown'],
  ])('%s: %s', (name, role) => {
    expect(roleOfName(name)).toBe(role);
  });
});

describe('names', () => {
  it('are alike whatever their spaces, width and forms of letters', () => {
    expect(nameKey('髙橋 花子')).toBe(nameKey('高橋花子'));
    expect(nameKey('山﨑　邊')).toBe(nameKey('山崎 辺'));
    expect(nameKey('山田')).not.toBe(nameKey('山本'));
  });

  it('of bodies mean that of the municipality which is spoken of', () => {
    const bodies = [
      organizationRow('mine', { name: '福祉課', municipality: '434434' }),
      organizationRow('theirs', { name: '福祉課', municipality: '434442' }),
    ];
    expect(bodyOfName(bodies, { name: '福祉課', municipality: '434434' })?.id).toBe('mine');
    expect(bodyOfName(bodies, { name: '福祉課', municipality: '434442' })?.id).toBe('theirs');
    expect(bodyOfName(bodies, { name: '福祉課', municipality: '432032' })).toBeUndefined();
    expect(bodyOfName(bodies, { name: '' })).toBeUndefined();
  });
});

describe('those who came, by bodies', () => {
  const office = {
    organizations: [
      organizationRow('o1', { name: 'いきいき長寿課' }),
      organizationRow('o2', { name: '県' }),
    ],
    posts: [
      postRow('1', { person: 'a', organization: 'o1', post: '係長', to: '2023-03' }),
      postRow('2', { person: 'a', organization: 'o2', post: '主幹', from: '2023-04' }),
      postRow('3', { person: 'b', organization: 'o1', post: '主事' }),
    ],
  };
  const rows = [
    attendanceRow('1', { person: 'a', name: '生駒 花子' }),
    attendanceRow('2', { organization: 'o2', name: '県', count: 3 }),
    attendanceRow('3', { person: 'b', name: '見本 太郎' }),
    attendanceRow('4', { person: 'c', name: '誰か' }),
    attendanceRow('5', { name: '民生委員', count: 49 }),
  ];
  const on = (day: string) =>
    groupAttendances(rows, office, date(day)).map(
      ({ name, heads, attendees }) =>
        `${name} ${heads}: ${attendees.map(({ row, post }) => `${row.name}${post?.post ?? ''}`)}`,
    );

  it('stand where their first does, with the post of that day, and are counted', () => {
    expect(on('2022-08-24')).toEqual([
      'いきいき長寿課 2: 生駒 花子係長,見本 太郎主事',
      '県 3: 県',
      ' 1: 誰か',
      '民生委員 49: 民生委員',
    ]);
    expect(on('2024-08-24')).toEqual([
      '県 4: 生駒 花子主幹,県',
      'いきいき長寿課 1: 見本 太郎主事',
      ' 1: 誰か',
      '民生委員 49: 民生委員',
    ]);
  });

  it('lose nobody and are no more heads than the list', () => {
    const heads = groupAttendances(rows, office, '').reduce((sum, group) => sum + group.heads, 0);
    expect(heads).toBe(1 + 3 + 1 + 1 + 49);
  });
});
