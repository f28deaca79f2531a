import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { gridOf } from '#shared/domain/import/grid.ts';
import {
  fieldOfHeading,
  headingKey,
  importFieldName,
  readMapping,
  signatureOf,
  writeMapping,
} from '#shared/domain/import/import-field.ts';
import { isRecognised, recognise, recogniseAs } from '#shared/domain/import/recognise.ts';
import type { Shape } from '#shared/domain/import/shape.ts';

const YEAR = fiscalYear(2022);
type Texts = readonly (readonly string[])[];

/** A shape in one line: its form, the rows of headings, what each column (or row) is, what was guessed. */
const drawn = (shape: Shape): string =>
  shape.kind === 'rows'
    ? `${shape.form} ${shape.header}-${shape.lastHeader} ${shape.mapping.join(',')} ?${shape.guessed.join(',')}`
    : `rounds ${shape.header} ${shape.columns.map(({ column, round, rest, isGuess }) => `${column}:${round}${rest === '' ? '' : `(${rest})`}${isGuess ? '?' : ''}`).join(',')} ${[...shape.rows].map(([row, field]) => `${row}:${field}`).join(',')}`;

describe('a heading', () => {
  it.each([
    ['時期', 'when'],
    [' 実施 日時 ', 'when'],
    ['年度', 'year'],
    ['月', 'month'],
    ['曜日', 'weekday'],
    ['開始時刻', 'time'],
    ['主な支援内容', 'content'],
    ['会議等名', 'content'],
    ['会議名など', 'content'],
    ['種別', 'kind'],
    ['午前・午後', 'part'],
    ['場所及び方法', 'where'],
    ['備考', 'modes'],
    ['支援者（国）', 'supporters'],
    ['出席者等', 'attendance'],
    ['議題', 'programme'],
    ['会場', 'place'],
    ['ねらい', 'aim'],
    ['天候', null],
    ['', null],
    [`時期${' '.repeat(98)}`, 'when'],
    [`時期${' '.repeat(99)}`, null],
  ])('%j is %j', (text, field) => {
    expect(fieldOfHeading(text)).toBe(field);
  });

  it('is compared without what decorates it, and known again by all of them', () => {
    expect(headingKey('※ 支援・者（国）：')).toBe('支援者');
    expect(signatureOf(['時 期', '内容'])).toBe('時期|内容');
    expect(signatureOf(['字'.repeat(600)])).toHaveLength(500);
    expect([
      importFieldName('when'),
      importFieldName('remarks'),
      importFieldName('ignore'),
    ]).toEqual([...['時期・日にち', '備考（文章）', '取り込まない']]);
  });

  it.each([
    ['when,content', 2, ['when', 'content']],
    ['when,content', 3, null],
    ['when,unheard', 2, null],
    ['when,unheard', 1, null],
    ['', 1, null],
  ])('was kept as %j for %i columns: %j', (text, columns, mapping) => {
    expect(readMapping(text, columns)).toEqual(mapping);
    if (mapping !== null) expect(writeMapping(readMapping(text, columns) ?? [])).toBe(text);
  });
});

describe('what a table is', () => {
  const ROW = ['8/3', '視察', '県', '現地'];
  it.each<[string, Texts, string]>([
    [
      'its headings say',
      [['時期', '内容', '支援者', '備考'], ROW],
      'details 0-0 when,content,supporters,modes ?',
    ],
    [
      'as 「支援の流れ」',
      [
        ['日にち', '内容'],
        ['8/3', '視察'],
      ],
      'flow 0-0 when,content ?',
    ],
    [
      'as other columns',
      [
        ['日にち', '内容', '場所'],
        ['8/3', '視察', '役場'],
      ],
      'columns 0-0 when,content,place ?',
    ],
    [
      'without a date',
      [
        ['内容', '備考'],
        ['視察', '現地'],
      ],
      'columns 0-0 content,modes ?',
    ],
    [
      'below a caption',
      [
        ['支援（詳細）', ''],
        ['', ''],
        ['時期', '内容'],
        ['8月', '視察'],
      ],
      'details 2-2 when,content ?',
    ],
    [
      'with a day without a month',
      [
        ['日', '内容'],
        ['8/3', '視察'],
      ],
      'columns 0-0 when,content ?',
    ],
    [
      'with a month and a day',
      [
        ['月', '日', '内容'],
        ['8', '3', '視察'],
      ],
      'columns 0-0 month,day,content ?',
    ],
    [
      'with a kind beside',
      [
        ['時期', '区分', '内容'],
        ['8/3', '視察', '甲'],
      ],
      'details 0-0 when,kind,content ?',
    ],
    [
      'with what was done beside',
      [
        ['回', '日時', '内容'],
        ['1回目支援', '8/3', '説明'],
      ],
      'flow 0-0 content,when,programme ?',
    ],
    [
      'with a field twice',
      [
        ['時期', '内容', '場所', '会場'],
        ['8/3', '視察', '甲', '乙'],
      ],
      'details 0-0 when,content,place,remarks ?',
    ],
    [
      'with a time in two',
      [
        ['時期', '内容', '開始', '終了'],
        ['8/3', '視察', '9:00', '10:00'],
      ],
      'details 0-0 when,content,time,time ?',
    ],
    [
      'with marks below bodies',
      [
        ['時期', '内容', '国', '山田'],
        ['8/3', '視察', '○', '○'],
      ],
      'details 0-0 when,content,supporters,supporters ?3',
    ],
    [
      'with ones beside marks',
      [
        ['時期', '内容', '国', '県'],
        ['8/3', '視察', '○', '1'],
      ],
      'details 0-0 when,content,supporters,supporters ?',
    ],
    [
      'with twos, which are no marks',
      [
        ['時期', '内容', '国', '県'],
        ['8/3', '視察', '○', '2'],
      ],
      'details 0-0 when,content,supporters,ignore ?',
    ],
    [
      'with ones alone',
      [
        ['時期', '内容', '国', '県'],
        ['8/3', '視察', '1', '1'],
      ],
      'details 0-0 when,content,ignore,ignore ?',
    ],
    [
      'with crosses alone',
      [
        ['時期', '内容', '国', '県'],
        ['8/3', '視察', '×', '×'],
      ],
      'details 0-0 when,content,ignore,ignore ?',
    ],
    [
      'with words below a body',
      [
        ['時期', '内容', '国', '県'],
        ['8/3', '視察', '○', '来た'],
      ],
      'details 0-0 when,content,supporters,ignore ?',
    ],
    [
      'four columns without headings',
      [ROW, ROW],
      'details null-null when,content,supporters,modes ?1,2,3',
    ],
    [
      'two without',
      [
        ['8/3', '視察'],
        ['8/4', '説明'],
      ],
      'flow null-null when,content ?1',
    ],
    ['one', [['視察'], ['説明']], 'columns null-null content ?0'],
    ['three without', [['8/3', '視察', '県']], 'columns null-null when,content,supporters ?1,2'],
    [
      'four below headings that say nothing',
      [['', '甲', '乙', ''], ROW],
      'details 0-0 when,content,supporters,modes ?1,2,3',
    ],
    [
      'three below headings that say little',
      [
        ['いつ', '何を', '場所'],
        ['8/3', '視察', '役場'],
      ],
      'columns 0-0 when,content,place ?0,1',
    ],
    [
      'words alone',
      [
        ['甲', '乙', '丙'],
        ['丁', '戊', '己'],
      ],
      'columns 0-0 ignore,ignore,ignore ?',
    ],
    [
      'rounds side by side',
      [
        ['', '1回目支援', '2回目支援'],
        ['日時', '8/24', '12/22'],
        ['内容', '説明', '演習'],
      ],
      'rounds 0 1:1,2:2 1:when,2:programme',
    ],
    [
      'with their days behind',
      [
        ['', '第1回(8/24)', '第二回支援【午後】'],
        ['内容', '説明', '演習'],
      ],
      'rounds 0 1:1(8/24),2:2(午後) 1:programme',
    ],
    [
      'counted',
      [
        ['回数', '1', '2'],
        ['日時', '8/24', '12/22'],
      ],
      'rounds 0 1:1,2:2 1:when',
    ],
    [
      'with dates that no word stands beside',
      [
        ['', '1回目支援', '2回目支援'],
        ['', '8/24', '12/22'],
        ['内容', '甲', '乙'],
      ],
      'rounds 0 1:1,2:2 1:when,2:programme',
    ],
    [
      'one round with its day',
      [
        ['', '1回目支援'],
        ['日時', '8/24'],
      ],
      'rounds 0 1:1 1:when',
    ],
    [
      'a round in a row of meetings',
      [
        ['時期', '内容'],
        ['8/24', '1回目支援'],
      ],
      'details 0-0 when,content ?',
    ],
    [
      'a round behind a date',
      [
        ['8/24', '1回目支援'],
        ['12/22', '2回目支援'],
      ],
      'flow null-null when,content ?1',
    ],
    [
      'a round that is spoken of',
      [
        ['', '1回目支援の準備'],
        ['日時', '8/24'],
      ],
      'columns 0-0 ignore,ignore ?',
    ],
  ])('%s', (_, texts, shape) => {
    expect(drawn(recognise(gridOf(texts), YEAR))).toBe(shape);
  });

  it.each<[string, Texts, 'rows' | 'rounds', string]>([
    [
      'rounds',
      [
        ['', '甲', '第2回支援'],
        ['日時', '8/24', '12/22'],
      ],
      'rounds',
      'rounds 0 2:2 1:when',
    ],
    [
      'rounds below a blank row',
      [
        ['', ''],
        ['', '甲'],
        ['日時', '8/24'],
      ],
      'rounds',
      'rounds 1 1:1(甲)? 2:when',
    ],
    [
      'rows',
      [
        ['', '1回目支援', '2回目支援'],
        ['日時', '8/24', '12/22'],
      ],
      'rows',
      'columns 0-0 ignore,ignore,ignore ?',
    ],
  ])('is read as %s where staff say so', (_, texts, form, shape) => {
    expect(drawn(recogniseAs(gridOf(texts), form, YEAR))).toBe(shape);
  });

  it('is told by its own words, or not', () => {
    expect(
      isRecognised(
        gridOf([
          ['時期', '内容'],
          ['8/3', '視察'],
        ]),
        YEAR,
      ),
    ).toBe(true);
    expect(
      isRecognised(
        gridOf([
          ['', '1回目支援'],
          ['日時', '8/24'],
        ]),
        YEAR,
      ),
    ).toBe(true);
    expect(isRecognised(gridOf([ROW]), YEAR)).toBe(false);
  });
});
