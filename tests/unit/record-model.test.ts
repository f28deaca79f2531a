import { describe, expect, it } from 'vitest';
import { isLinkAddress, parseLinkAddress } from '#adapters/editor/link-address.ts';
import {
  answersByFinding,
  dateRemark,
  splitCountedName,
  splitTimedTitle,
} from '#features/record/model.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type ActionRow, actions } from '#shared/domain/meeting/meeting.ts';
import { timesText } from '#shared/domain/meeting/times.ts';
import { emptyRow } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

const typed = (text: string) => {
  const parsed = parsePartialDate(text, { fiscalYear: fiscalYear(2022) });
  if (!parsed.ok) throw new Error(parsed.error.happened);
  return parsed.value;
};

describe('the actions that answer findings', () => {
  const action = (id: string, ...found: readonly string[]): ActionRow => ({
    ...emptyRow(actions, caseDocument('case1' as CaseId), id),
    answers: found.map((finding) => ({ id: finding, name: '', order: 'a0' })),
  });
  it('stand with each finding in their order, once', () => {
    const found = answersByFinding([action('b', 'x'), action('a', 'x', 'y', 'x'), action('c')]);
    expect([...found].map(([id, rows]) => [id, rows.map((row) => row.id)])).toEqual([
      ['x', ['b', 'a']],
      ['y', ['a']],
    ]);
  });
});

describe('what is said under the date', () => {
  const year = fiscalYear(2022);
  it('confirms a weekday that the calendar has', () => {
    const parsed = typed('R4.12.22(木)');
    expect(dateRemark(parsed, day('2022-12-22'), year)?.kind).toBe('agrees');
  });
  it('points out one that it has not, and says which it is', () => {
    const remark = dateRemark(typed('12/22(金)'), day('2022-12-22'), year);
    expect(remark?.kind).toBe('warning');
    expect(remark?.words).toContain('12/22は(木)です');
  });
  it('forgets what was typed once the date has become another', () => {
    expect(dateRemark(typed('12/22(金)'), day('2022-12-23'), year)).toBeUndefined();
  });
  it('points out a date outside of the fiscal year', () => {
    expect(dateRemark(undefined, day('2023-04-01'), year)?.kind).toBe('warning');
    expect(dateRemark(undefined, day('2023-03-31'), year)).toBeUndefined();
  });
});

describe('a line of the programme as typed', () => {
  it.each([
    ['13:30 町説明（方針）', '13:30', '町説明（方針）'],
    ['１５時半　質疑', '15:30', '質疑'],
    ['午後1時30分 開会', '13:30', '開会'],
    ['意見交換', '', '意見交換'],
    ['2 グループに分かれて', '', '2 グループに分かれて'],
    ['25:00 なし', '', '25:00 なし'],
  ])('%s', (text, time, title) => {
    expect(splitTimedTitle(text)).toEqual({ time, title });
  });
});

describe('who came, as typed', () => {
  it.each([
    ['民生委員 49人', '民生委員', 49],
    ['民生委員４９人', '民生委員', 49],
    ['SC（第1層・第2層）　3名', 'SC（第1層・第2層）', 3],
    ['班1 12人', '班1', 12],
    ['住民 約1,200人', '住民', 1200],
    ['山田花子', '山田花子', null],
    ['第1層', '第1層', null],
  ])('%s', (text, name, count) => {
    expect(splitCountedName(text)).toEqual({ name, count });
  });
});

it('shows times as far as they are known', () => {
  const times = { startTime: '13:30', endTime: '16:00', timeNote: '' };
  expect(timesText(times)).toBe('13:30～16:00');
  expect(timesText({ ...times, endTime: '' })).toBe('13:30～');
  expect(timesText({ startTime: '', endTime: '', timeNote: '午後' })).toBe('午後');
});

describe('a link', () => {
  it.each(['https://example.jp/a?b#c', 'http://10.0.0.1', 'mailto:a@example.jp'])(
    'may lead to %s',
    (address) => {
      expect(isLinkAddress(address)).toBe(true);
    },
  );
  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'vbscript:x',
    '//example.jp',
    '/inside',
    '',
  ])('never leads to %j', (address) => {
    expect(isLinkAddress(address)).toBe(false);
  });
  it('is read as people type it', () => {
    const read = (text: string) => {
      const parsed = parseLinkAddress(text);
      return parsed.ok ? parsed.value : parsed.error.code;
    };
    expect(read(' www.mhlw.go.jp/stf ')).toBe('https://www.mhlw.go.jp/stf');
    expect(read('a@example.jp')).toBe('mailto:a@example.jp');
    expect(read('ｈｔｔｐｓ：／／example.jp')).toBe('https://example.jp');
    expect(read('javascript:alert(1)')).toBe('invalid-input');
    expect(read('あ')).toBe('invalid-input');
  });
});
