import { describe, expect, it } from 'vitest';
import { wordsOfLinked } from '#shared/domain/meeting/linked-record.ts';
import type { BornRows } from '#shared/domain/tables/entries.ts';
import { NOTHING_BORN } from '#shared/domain/tables/entries.ts';
import {
  actionRow,
  attendanceRow,
  findingRow,
  meetingRow,
  personRow,
  programmeItemRow,
} from '../support/rows.ts';
import { tableOf, textsOf } from '../support/tables.ts';

const MEETING = meetingRow('m', {
  ...{ kind: 'preMeeting', ordinal: '1.75', state: 'held', date: '2022-12-13' },
  ...{ startTime: '13:30', endTime: '16:00', place: '益城町役場', aim: '次回の進め方を決める' },
});
const linked = (kind: 'care' | 'issue', text: string, isBinned = false) =>
  wordsOfLinked({ kind, text, owner: '', due: '', isBinned });

const born = (more: Partial<BornRows>): { readonly born: BornRows } => ({
  born: { ...NOTHING_BORN, ...more },
});
const bodyOf = (...given: Parameters<typeof tableOf>) =>
  new Map(textsOf(tableOf(...given).body).map(([name = '', text = '']) => [name, text]));

describe('the record of one meeting on paper', () => {
  it('tells all that is known of it, field by field, and nothing of what is not', () => {
    const table = tableOf('record', {
      meetings: [MEETING],
      attendances: [attendanceRow('a', { meeting: 'm', name: '民生委員', count: 49 })],
      programmeItems: [
        programmeItemRow('i', { meeting: 'm', time: '13:30', title: '町説明', speaker: '町' }),
      ],
      ...born({
        findings: [findingRow('f', { meeting: 'm', text: '担い手が足りない' })],
        actions: [
          actionRow('t', { meeting: 'm', text: '資料を送る', owner: '県', due: '2023-01-31' }),
        ],
        notes: [{ id: 'm', text: '町から説明があった。\n担い手の話になった。' }],
      }),
    });
    expect(table.caption).toBe('益城町　1.75次ミーティング　記録');
    expect(textsOf(table.body)).toEqual([
      ['日時', '令和4年12月13日(火)　13:30～16:00'],
      ['場所', '益城町役場'],
      ['ねらい', '次回の進め方を決める'],
      ['出席', '計 49名\n民生委員（49名）'],
      ['次第', '13:30 町説明（町）'],
      ['記録', '町から説明があった。\n担い手の話になった。'],
      ['課題・気づき', '課題：担い手が足りない'],
      ['対応事項', '資料を送る（県・R5.1.31・未）'],
    ]);
  });

  it('is of the last meeting that took place on a day that is known, before one without', () => {
    const remarks = '要綱を送った';
    const mail = meetingRow('x', { kind: 'information', state: 'held', title: '送付', remarks });
    expect(tableOf('record', { meetings: [MEETING, mail] }).caption).toContain(
      '1.75次ミーティング',
    );
    expect(tableOf('record', { meetings: [mail] }).caption).toContain('送付');
  });

  it('says a finding once, where the note says it', () => {
    const rows = {
      meetings: [MEETING],
      ...born({
        findings: [findingRow('f', { meeting: 'm', text: '担い手が足りない' })],
        notes: [{ id: 'm', text: linked('issue', '担い手が足りない') }],
      }),
    };
    expect(bodyOf('record', rows).get('記録')).toBe('課題：担い手が足りない');
    expect(bodyOf('record', rows).has('課題・気づき')).toBe(false);
  });

  it('says why something was decided, though the note says the decision', () => {
    const text = '3事業所で試行する';
    const decision = { meeting: 'm', kind: 'decision', text, reason: '担い手が足りない' } as const;
    const rows = {
      meetings: [MEETING],
      ...born({
        findings: [findingRow('f', decision)],
        notes: [
          { id: 'm', text: wordsOfLinked({ ...decision, owner: '', due: '', isBinned: false }) },
        ],
      }),
    };
    expect(bodyOf('record', rows).get('課題・気づき')).toBe(
      '決定：3事業所で試行する（理由：担い手が足りない）',
    );
    const shown = bodyOf('record', rows, {}, 'public');
    expect(JSON.stringify([...shown])).not.toContain('担い手が足りない');
  });

  it('leaves out what stands in the note and is in the bin', () => {
    const notes = [{ id: 'm', text: `本文\n${linked('issue', '消した課題', true)}` }];
    expect(bodyOf('record', { meetings: [MEETING], ...born({ notes }) }).get('記録')).toBe('本文');
  });

  it('keeps from others what the office minds, also where it was typed by hand', () => {
    const rows = {
      meetings: [MEETING],
      ...born({
        findings: [findingRow('f', { meeting: 'm', kind: 'care', text: '課長に先に話す' })],
        notes: [
          { id: 'm', text: `本文\n${linked('care', '課長に先に話す')}\n反省：時間が足りなかった` },
        ],
      }),
    };
    expect(bodyOf('record', rows).get('記録')).toContain('課長に先に話す');
    const table = tableOf('record', rows, {}, 'municipalities');
    expect(textsOf(table.body).find(([name]) => name === '記録')).toEqual(['記録', '本文']);
    expect(table.outgoing.leftOut.map(({ what }) => what)).toEqual(['心掛け', '反省']);
  });

  it('names no private person to the public, in the list or in the note', () => {
    const note = {
      ...{ id: 'm', text: '見本 太郎が話した。' },
      mentions: [{ key: 'office/people/00000000000000000000000001', at: 0, words: '見本 太郎' }],
    };
    const person = personRow('00000000000000000000000001', {
      name: '見本 太郎',
      role: 'residents',
    });
    const rows = {
      ...{ meetings: [MEETING], people: [person] },
      attendances: [attendanceRow('a', { meeting: 'm', person: person.id, name: '見本 太郎' })],
      ...born({ notes: [note] }),
    };
    const told = JSON.stringify(tableOf('record', rows, {}, 'public').body);
    expect(told).not.toContain('見本 太郎');
    expect(told).toContain('（名前を省きました）が話した。');
    expect(JSON.stringify(tableOf('record', rows, {}, 'municipalities').body)).toContain(
      '見本 太郎',
    );
  });

  it('is of the chosen meeting, else of the last that took place, and of a cancelled one too', () => {
    const later = meetingRow('n', {
      kind: 'other',
      title: '報告会',
      state: 'held',
      date: '2023-02',
    });
    const off = meetingRow('o', {
      kind: 'other',
      title: '視察',
      state: 'cancelled',
      date: '2023-03',
    });
    const rows = { meetings: [off, later, MEETING] };
    expect(tableOf('record', rows).caption).toContain('報告会');
    expect(tableOf('record', rows, { meeting: 'm' }).caption).toContain('1.75次');
    expect(tableOf('record', rows, { meeting: 'o' }).caption).toContain('視察');
    expect(bodyOf('record', rows, { meeting: 'o' }).get('状態')).toBe('中止');
  });

  it('bears a mark where it was changed after it had been confirmed, and that is wanted', () => {
    const rows = { meetings: [MEETING], changed: new Set<string>(['m']) };
    expect(bodyOf('record', rows, { marks: true }).get('状態')).toBe('〔確定後に変更〕');
    expect(bodyOf('record', rows).has('状態')).toBe(false);
  });
});
