import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { rosterMeetings } from '#shared/domain/tables/roster.ts';
import {
  anyCaseRows,
  attendanceRow,
  meetingRow,
  organizationRow,
  personRow,
  postRow,
} from '#tests/support/rows.ts';
import { bodyOf, NOTHING, tableOf } from '#tests/support/tables.ts';

const rows = {
  meetings: [
    meetingRow('m1', { kind: 'exchange', title: '意見交換会', date: '2022-08-24', state: 'held' }),
    meetingRow('m2', { kind: 'exchange', title: '報告会', date: '2023-02-01', state: 'planned' }),
    meetingRow('m3', { kind: 'exchange', title: '空の会', date: '2022-09-01', state: 'held' }),
  ],
  organizations: [
    organizationRow('o1', { name: 'いきいき長寿課', role: 'municipality' }),
    organizationRow('o2', { name: '認知症施策・地域ケア推進課', role: 'prefecture' }),
    organizationRow('o3', { name: '九州厚生局', role: 'bureau' }),
  ],
  people: [
    personRow('p1', { name: '生駒 花子' }),
    personRow('p2', { name: '見本 太郎' }),
    personRow('p3', { name: '見本 次郎', role: 'adviser' }),
    personRow('p4', { name: '見本 三郎' }),
  ],
  posts: [
    postRow('1', { person: 'p1', organization: 'o1', post: '係長', to: '2022-12' }),
    postRow('2', { person: 'p1', organization: 'o2', post: '主幹', from: '2023-01' }),
    postRow('3', { person: 'p2', organization: 'o1', post: '課長' }),
    postRow('4', { person: 'p3', organization: 'o3', post: '' }),
  ],
  attendances: [
    attendanceRow('a', { meeting: 'm1', organization: 'o3', name: '九州厚生局', order: 'a0' }),
    attendanceRow('b', { meeting: 'm1', person: 'p3', name: '見本 次郎', order: 'a1' }),
    attendanceRow('c', { meeting: 'm1', person: 'p2', name: '見本 太郎', order: 'a2' }),
    attendanceRow('d', { meeting: 'm1', person: 'p4', name: '見本 三郎先生', order: 'a3' }),
    attendanceRow('e', { meeting: 'm1', name: '民生委員', count: 12, order: 'a4' }),
    attendanceRow('f', { meeting: 'm1', person: 'p1', name: '生駒 花子', order: 'a5' }),
    attendanceRow('g', { meeting: 'm2', person: 'p1', name: '生駒 花子', order: 'a6' }),
  ],
};

describe('名簿', () => {
  it('has those who came by kind of body, with the post of that day, and how many they were', () => {
    const table = tableOf('roster', rows);
    expect(table.caption).toBe('益城町　意見交換会　出席者名簿　8月24日(水)');
    expect(bodyOf('roster', rows)).toEqual([
      ['市町村', 'いきいき長寿課', '課長', '見本 太郎 様'],
      ['', '', '係長', '生駒 花子 様'],
      ['地方厚生局', '九州厚生局', '', ''],
      ['AD', '九州厚生局', '', '見本 次郎 様'],
      ['住民代表', '民生委員', '', '12名'],
      ['', '', '', '見本 三郎先生'],
    ]);
    expect(table.notes).toEqual(['計 17名']);
  });

  it('is of the last meeting that took place unless another is chosen, and calls people as wanted', () => {
    const table = tableOf('roster', rows, { meeting: 'm2', honorific: 'shi' });
    expect(table.caption).toBe('益城町　報告会　出席予定者名簿　2月1日(水)');
    expect(bodyOf('roster', rows, { meeting: 'm2', honorific: 'none' })).toEqual([
      ['県（本庁）', '認知症施策・地域ケア推進課', '主幹', '生駒 花子'],
    ]);
    expect(bodyOf('roster', rows, { meeting: 'gone' })).toHaveLength(6);
    expect(rosterMeetings({ ...NOTHING, ...rows }, usualOptions('roster'))).toHaveLength(2);
  });

  it('is empty where nobody is listed', () => {
    expect(tableOf('roster', { ...rows, attendances: [] }).body).toEqual([]);
  });

  it('names everybody on the list once, whatever two edits merge into', () => {
    fc.assert(
      fc.property(anyCaseRows, (any) => {
        const all = { ...NOTHING, ...any, case: null };
        const options = usualOptions('roster');
        for (const { id } of rosterMeetings(all, options)) {
          const listed = all.attendances.filter(
            (row) => row.meeting === id && row.deletedAt === '',
          );
          const { body } = buildTable('roster', all, { ...options, meeting: id }, 'office');
          expect(body).toHaveLength(listed.length);
        }
      }),
    );
  });
});
