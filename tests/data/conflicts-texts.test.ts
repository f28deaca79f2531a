import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { textName } from '#data/documents/keys.ts';
import { writeBlocks } from '#data/records/note-blocks.ts';
import { replaceText } from '#data/records/replace-text.ts';
import { CASE, createClock, createFarDesk, exchangeAll, filesOf } from '../support/far-desks.ts';

const AIM = textName('meetings', 'm1', 'aim');
const NOTE = textName('meetings', 'm1', 'note');

const says = (text: string) => (doc: Y.Doc) => replaceText(doc.getText(AIM), text);

const twoDesks = (text: string) => {
  const now = createClock();
  const sato = createFarDesk('佐藤', now);
  const mori = createFarDesk('森', now);
  sato.edit(says(text));
  mori.take(sato);
  return { sato, mori, now, all: [sato, mori] };
};

type Desks = Parameters<typeof filesOf>[0];

const told = (desks: Desks) =>
  findConflicts(CASE, filesOf(desks)).flatMap((conflict) =>
    conflict.kind === 'passage'
      ? [
          {
            base: conflict.base,
            merged: conflict.merged,
            sides: Object.fromEntries(conflict.sides.map(({ author, text }) => [author, text])),
          },
        ]
      : [],
  );

/** What is told when two desks make a text say two things. */
const toldOf = (base: string, sato: string, mori: string) => {
  const desks = twoDesks(base);
  desks.sato.edit(says(sato));
  desks.mori.edit(says(mori));
  exchangeAll(desks.all);
  return told(desks.all);
};

describe('conflicts of texts', () => {
  test('the same correction made twice is one: 市市民', () => {
    expect(
      toldOf(
        '住民の声を聞く。次に進む。',
        '市民の声を聞く。次に進む。',
        '市民の声を聞く。次に進む。',
      ),
    ).toEqual([
      {
        base: '住民の声を聞く。',
        merged: '市市民の声を聞く。',
        sides: { 佐藤: '市民の声を聞く。', 森: '市民の声を聞く。' },
      },
    ]);
  });

  test('what was typed at the border of a deleted sentence is told, as it is left alone: 補正', () => {
    for (const [base, typed] of [
      ['予算を組む', '予算を組む補正'],
      ['予算を組む。', '予算を組む。補正'],
      ['予算を組む。', '補正予算を組む。'],
    ] as const) {
      expect(toldOf(base, '', typed)).toEqual([
        { base, merged: '補正', sides: { 佐藤: '', 森: typed } },
      ]);
    }
  });

  test('two who fill an empty text at once are told, of one line or several', () => {
    expect(toldOf('', '住民の声を聞く。', '地域の課題を知る。')).toMatchObject([
      { base: '', sides: { 佐藤: '住民の声を聞く。', 森: '地域の課題を知る。' } },
    ]);
    expect(toldOf('', '一つ。二つ。', '三つ。\n四つ。')).toHaveLength(1);
  });

  test('one sentence rewritten by both, and deleted by one, are told', () => {
    expect(
      toldOf(
        '前の文。住民の声を聞く。',
        '前の文。総合事業を進める。',
        '前の文。第2回までに住民に会う。',
      ),
    ).toMatchObject([{ base: '住民の声を聞く。' }]);
    expect(toldOf('一つ。二つの文。三つ。', '一つ。三つ。', '一つ。二つ目の文。三つ。')).toEqual([
      { base: '二つの文。', merged: '目', sides: { 佐藤: '', 森: '二つ目の文。' } },
    ]);
  });

  test('a whole sentence replaced by both with its end is told', () => {
    expect(toldOf('一つ。二つ。三つ。', '一つ。甲！三つ。', '一つ。乙？三つ。')).toMatchObject([
      { base: '二つ。', sides: { 佐藤: '甲！', 森: '乙？' } },
    ]);
  });

  test('different sentences, a new sentence beside a rewritten one, and two additions are not told', () => {
    expect(toldOf('一つ。二つ。', '一つ目。二つ。', '一つ。二番目。')).toEqual([]);
    expect(toldOf('一つ。二つ。', '一つ。新しい文。二つ。', '一つ。二番目。')).toEqual([]);
    expect(toldOf('一つ。二つ。', '一つ。二番目。', '一つ。二つ。三つ。')).toEqual([]);
    expect(toldOf('一つ。', '一つ。甲。', '一つ。乙。')).toEqual([]);
    expect(toldOf('一つ', '一つ、甲', '一つ、乙')).toEqual([]);
    expect(toldOf('一つの文。', 'また一つの文。', '一つの長い文。')).toEqual([]);
  });

  test('letters that somebody typed and removed again do not count', () => {
    const { sato, mori, all } = twoDesks('住民の声。');
    sato.edit(says('住民の声が。'));
    sato.edit(says('住民の声。'));
    mori.edit(says('市民の声。'));
    exchangeAll(all);
    expect(told(all)).toEqual([]);
  });

  test('a later edit of the passage decides it, one elsewhere does not', () => {
    const { sato, mori, all } = twoDesks('住民の声。次の文。');
    sato.edit(says('市民の声。次の文。'));
    mori.edit(says('市民の声。次の文。'));
    exchangeAll(all);
    sato.edit(says('市市民の声。次の次の文。'));
    mori.take(sato);
    expect(told(all)).toHaveLength(1);
    mori.edit(says('市民の声。次の次の文。'));
    expect(told(all)).toEqual([]);
  });

  test('what was written over an earlier edit that another never saw is still told', () => {
    const { sato, mori, all } = twoDesks('住民の声。次の文。');
    sato.edit(says('市民の声。次の文。'));
    mori.edit(says('町民の声。次の文。'));
    mori.take(sato);
    mori.edit((doc) => doc.getText(AIM).insert(doc.getText(AIM).length, '終わり。'));
    sato.edit((doc) => doc.getText(AIM).insert(doc.getText(AIM).length, 'また。'));
    expect(told(all)).toMatchObject([{ base: '住民の声。' }]);
  });

  test('three desks at one sentence make one entry', () => {
    const { sato, mori, now, all } = twoDesks('住民の声。');
    const kato = createFarDesk('加藤', now);
    kato.take(sato);
    sato.edit(says('市民の声。'));
    mori.edit(says('町民の声。'));
    kato.edit(says('村民の声。'));
    exchangeAll([...all, kato]);
    expect(told([...all, kato])).toMatchObject([
      { base: '住民の声。', sides: { 佐藤: '市民の声。', 森: '町民の声。', 加藤: '村民の声。' } },
    ]);
  });

  test('a missing file: what was passed on of a text is told', () => {
    const { sato, mori, now, all } = twoDesks('住民の声。');
    const kato = createFarDesk('加藤', now);
    kato.take(sato);
    kato.edit(says('市民の声。'));
    sato.edit(says('市民の声。'));
    mori.take(kato);
    mori.edit((doc) => doc.getMap('meetings').set('m1.title', '打合せ'));
    exchangeAll(all);
    expect(told(all)).toMatchObject([{ merged: '市市民の声。', sides: { 佐藤: '市民の声。' } }]);
  });
});

const paragraphs =
  (...texts: readonly string[]) =>
  (doc: Y.Doc) =>
    writeBlocks(
      doc.getXmlFragment(NOTE),
      texts.map((text) => ({ type: 'paragraph', text })),
    );

const paragraphAt = (doc: Y.Doc, index: number): Y.XmlText => {
  const element = doc.getXmlFragment(NOTE).get(index);
  const text = element instanceof Y.XmlElement ? element.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('no paragraph stands there');
  return text;
};

describe('conflicts of notes', () => {
  const noteDesks = () => {
    const now = createClock();
    const sato = createFarDesk('佐藤', now);
    const mori = createFarDesk('森', now);
    sato.edit(paragraphs('住民の声', '次の段落'));
    mori.take(sato);
    return { sato, mori, all: [sato, mori] };
  };

  test('a line is cut at its block, and told when both rewrite it', () => {
    const { sato, mori, all } = noteDesks();
    sato.edit((doc) => replaceText(paragraphAt(doc, 0), '市民の声'));
    mori.edit((doc) => replaceText(paragraphAt(doc, 0), '市民の声'));
    mori.edit((doc) => replaceText(paragraphAt(doc, 1), '前の段落'));
    exchangeAll(all);
    expect(told(all)).toEqual([
      {
        base: '住民の声\n',
        merged: '市市民の声\n',
        sides: { 佐藤: '市民の声\n', 森: '市民の声\n' },
      },
    ]);
  });

  test('different blocks are not told; a block deleted against an edit of it is', () => {
    const { sato, mori, all } = noteDesks();
    sato.edit((doc) => replaceText(paragraphAt(doc, 0), '市民の声'));
    mori.edit((doc) => replaceText(paragraphAt(doc, 1), '前の段落'));
    exchangeAll(all);
    expect(told(all)).toEqual([]);
    sato.edit((doc) => doc.getXmlFragment(NOTE).delete(0, 1));
    mori.edit((doc) => replaceText(paragraphAt(doc, 0), '市民の声と課題'));
    exchangeAll(all);
    expect(told(all)).toMatchObject([{ base: '市民の声\n', merged: '' }]);
  });

  test('two who begin an empty note at once are told', () => {
    const now = createClock();
    const all = [createFarDesk('佐藤', now), createFarDesk('森', now)] as const;
    all[0].edit(paragraphs('一つ', '二つ'));
    all[1].edit(paragraphs('三つ'));
    exchangeAll(all);
    expect(told(all)).toMatchObject([{ base: '', sides: { 佐藤: '一つ\n二つ\n', 森: '三つ\n' } }]);
  });
});
