import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import { officeAttachments } from '#shared/domain/attachment/attachment.ts';
import { bookOf, changedIn } from '#shared/domain/handover/book.ts';
import { bookTable, titleOfBook } from '#shared/domain/handover/book-table.ts';
import { groupsOf } from '#shared/domain/handover/groups.ts';
import {
  handoverParts,
  handoverSigns,
  officeHandoverParts,
  officeHandoverSigns,
} from '#shared/domain/handover/handover.ts';
import type { BookKind } from '#shared/domain/handover/rows.ts';
import type { Audience } from '#shared/domain/record/audience.ts';
import { leftOutKinds } from '#shared/domain/record/outgoing.ts';
import { CASE, linesOf, meeting, NONE, rowsOf, SECOND } from '../support/handover.ts';
import { actionRow, attendanceRow, builder, findingRow, personRow } from '../support/rows.ts';

describe('what has to be looked at', () => {
  const part = builder(handoverParts);
  const draft = linesOf('actions', { actions: [actionRow('a', { text: '甲' })] }).join('\n');
  const since = (basis: string, actions = [actionRow('a', { text: '甲' })]) =>
    bookOf(
      'case',
      rowsOf({ actions, handoverParts: [part('actions', { text: '乙', basis })] }),
    ).find(({ id }) => id === 'actions')?.since;
  it.each([
    [draft, null],
    [`\n${draft}\n\n`, null],
    ['', { added: [draft], gone: [] }],
    [`${draft}\n消えた`, { added: [], gone: ['消えた'] }],
  ])('since it was %j', (basis, expected) => {
    expect(since(basis)).toEqual(expected);
  });
  it('is counted by section, of the book that is asked', () => {
    const changed = rowsOf({
      handoverParts: [part('actions', { text: '乙', basis: '前' }), part('people', { text: '乙' })],
      officeHandoverParts: [builder(officeHandoverParts)('actions', { text: '乙', basis: '' })],
    });
    expect([changedIn('case', changed), changedIn('office', changed)]).toEqual([1, 0]);
  });
  it.each([
    ['', [{ head: '', lines: [''] }]],
    ['甲\n乙', [{ head: '', lines: ['甲', '乙'] }]],
    [
      '■ 甲\n・乙\n■ 丙',
      [
        { head: '■ 甲', lines: ['・乙'] },
        { head: '■ 丙', lines: [] },
      ],
    ],
    [
      '甲\n■ 乙\n・丙',
      [
        { head: '', lines: ['甲'] },
        { head: '■ 乙', lines: ['・丙'] },
      ],
    ],
    ['甲■ ', [{ head: '', lines: ['甲■ '] }]],
  ])('%j has groups', (text, groups) => {
    expect(groupsOf(text)).toEqual(groups);
  });
});

describe('a 引継書 on paper', () => {
  const sign = { from: '山田', to: '佐藤', witness: '班長' };
  const rows = rowsOf({
    cases: [{ ...CASE, minded: '電話は朝' }],
    meetings: [meeting('会', { date: '2022-08-01' })],
    findings: [
      findingRow('f', { kind: 'care', text: '甲', reason: '訳' }),
      findingRow('g', { kind: 'issue', text: '乙', reason: '訳' }),
      findingRow('h', { kind: 'decision', text: '丙', reason: '訳' }),
    ],
    actions: [
      actionRow('a', { text: '甲', waitingFor: '町' }),
      actionRow('b', { text: '乙', waitingFor: '町', state: 'done' }),
    ],
    attendances: [attendanceRow('t', { meeting: '会', person: 'p', name: '例' })],
    people: [personRow('p', { name: '例', role: 'residents', email: 'x', phone: '1' })],
    officeAttachments: [builder(officeAttachments)('x', { name: '内.pdf', audience: 'internal' })],
    handoverParts: [builder(handoverParts)('state', { text: '乙' })],
    handoverSigns: [builder(handoverSigns)('sign', { ...sign, date: '2023-04' })],
    officeHandoverParts: [builder(officeHandoverParts)('cases', { text: '丙' })],
    officeHandoverSigns: [
      builder(officeHandoverSigns)('sign', { ...sign, from: '局長', date: '春' }),
    ],
  });
  const table = (kind: BookKind, audience: Audience = 'office', of = rows) =>
    bookTable(kind, of, { audience, hidden: [], today: day('2023-03-31') });

  it('has two columns with their headings, and nothing below', () => {
    expect(table('case')).toMatchObject({
      ...{ id: 'handover', notes: [], sources: [], remarks: [] },
      header: [[{ lines: ['項目'] }, { lines: ['内容'] }]],
    });
  });

  it.each([
    ['case', ['引き継いだ日　令和5年4月', '前任　山田', '後任　佐藤', '確認者　班長']],
    ['office', ['引き継いだ日　春', '前任　局長', '後任　佐藤', '確認者　班長']],
  ] as const)('of the %s is signed by its own', (kind, lines) => {
    expect(table(kind).body.at(-1)?.[1]?.lines).toEqual(lines);
  });

  it('leaves a line for whoever has not signed yet, and nothing of what says nothing', () => {
    const BLANK = '＿＿＿＿＿＿＿＿＿＿';
    const unsigned = table('case', 'office', { ...rows, handoverSigns: [] });
    expect(unsigned.body.at(-1)?.[1]?.lines[0]).toBe(`引き継いだ日　${BLANK}`);
    expect(table('case', 'office', NONE).body).toEqual([]);
  });

  it.each([
    ['case', ['個人の名前 2件']],
    ['office', ['個人の名前 1件', '内部の添付ファイル 1件']],
  ] as const)('of the %s counts what stays behind of what it tells', (kind, own) => {
    const kinds = leftOutKinds(table(kind, 'public').outgoing).split('、');
    const both = [
      ...['この町で気をつけること', '前任', '引継書の本文', '待っている相手', '後任', '心掛け'],
      ...['理由', '確認者', '電話'],
    ];
    expect(new Set(kinds)).toEqual(new Set([...own, ...both.map((what) => `${what} 1件`)]));
  });

  it.each([
    ['case', [CASE], '益城町（令和4年度・国の伴走支援）'],
    ['case', [], ''],
    ['office', [CASE, SECOND], '課全体（2案件）'],
  ] as const)('of the %s is called by what it is of', (kind, cases, title) => {
    expect(titleOfBook(kind, rowsOf({ cases }))).toBe(title);
  });
});
