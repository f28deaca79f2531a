import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createHistory } from '#data/undo/history.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

const CASE = caseDocument('c1' as CaseId);
const OWN = Symbol('own');

const prepared = (documents: readonly DocumentId[] = [CASE, OFFICE]) => {
  let changes = 0;
  const history = createHistory(() => {
    changes += 1;
  });
  const docs = new Map(documents.map((document) => [document, new Y.Doc()]));
  const docOf = (document: DocumentId) => docs.get(document) ?? expect.fail('not open');
  for (const [document, doc] of docs) history.attach(document, doc, new Set([OWN]));
  const write = (document: DocumentId, key: string, value: string, origin: symbol = OWN) =>
    docOf(document).transact(() => docOf(document).getMap('m').set(key, value), origin);
  return {
    history,
    write,
    type: (document: DocumentId, at: number, letters: string) =>
      docOf(document).transact(() => docOf(document).getText('t').insert(at, letters), OWN),
    said: (document: DocumentId, key: string) => docOf(document).getMap('m').get(key),
    typed: (document: DocumentId) => docOf(document).getText('t').toString(),
    changes: () => changes,
  };
};

describe('a command', () => {
  it('over several documents is one step, under its label', () => {
    const { history, write, said } = prepared();
    history.step('追加', [OFFICE, CASE], undefined, () => {
      write(OFFICE, 'a', '1');
      write(CASE, 'a', '1');
    });
    expect(history.state()).toEqual({ undo: '追加', redo: undefined });
    expect(history.undo()).toEqual({ label: '追加', documents: [OFFICE, CASE] });
    expect([said(OFFICE, 'a'), said(CASE, 'a')]).toEqual([undefined, undefined]);
    expect(history.state()).toEqual({ undo: undefined, redo: '追加' });
    expect(history.redo()).toEqual({ label: '追加', documents: [OFFICE, CASE] });
    expect([said(OFFICE, 'a'), said(CASE, 'a')]).toEqual(['1', '1']);
    expect(history.state()).toEqual({ undo: '追加', redo: undefined });
  });

  it('has only the documents that it has written', () => {
    const { history, write } = prepared();
    history.step('変更', [OFFICE, CASE], undefined, () => write(CASE, 'a', '1'));
    expect(history.holds(CASE)).toBe(true);
    expect(history.holds(OFFICE)).toBe(false);
    expect(history.undo()?.documents).toEqual([CASE]);
    expect(history.holds(CASE)).toBe(true);
  });

  it('that writes nothing, or only what others write, is no step', () => {
    const { history, write, changes } = prepared();
    history.step('何も', [CASE], undefined, () => undefined);
    history.step('別', [CASE], undefined, () => write(CASE, 'a', '1', Symbol('other')));
    expect(history.state()).toEqual({ undo: undefined, redo: undefined });
    expect(changes()).toBe(0);
    expect(history.undo()).toBeUndefined();
    expect(history.redo()).toBeUndefined();
    expect(changes()).toBe(0);
  });

  it('stands apart from the one before and behind, however fast they follow', () => {
    const { history, write, said, changes } = prepared();
    history.step('一', [CASE], undefined, () => write(CASE, 'a', '1'));
    history.step('二', [CASE], undefined, () => write(CASE, 'a', '2'));
    expect(changes()).toBe(2);
    history.undo();
    expect(said(CASE, 'a')).toBe('1');
    expect(history.state()).toEqual({ undo: '一', redo: '二' });
    expect(changes()).toBe(3);
  });

  it('takes away what could be redone, in every document', () => {
    const { history, write, said } = prepared();
    history.step('一', [CASE], undefined, () => write(CASE, 'a', '1'));
    history.undo();
    history.step('二', [OFFICE], undefined, () => write(OFFICE, 'b', '2'));
    expect(history.state()).toEqual({ undo: '二', redo: undefined });
    expect(history.redo()).toBeUndefined();
    expect(said(CASE, 'a')).toBeUndefined();
  });

  it('of one input is one step with those before it, as letters are', () => {
    const { history, write, said } = prepared();
    history.step('場所', [CASE], 'place', () => write(CASE, 'a', '県'));
    history.step('場所', [CASE], 'place', () => write(CASE, 'a', '県庁'));
    history.step('日付', [CASE], 'date', () => write(CASE, 'b', '8/24'));
    expect(history.state().undo).toBe('日付');
    history.undo();
    expect([said(CASE, 'a'), said(CASE, 'b')]).toEqual(['県庁', undefined]);
    expect(history.state().undo).toBe('場所');
    history.undo();
    expect(said(CASE, 'a')).toBeUndefined();
  });

  it('of one input over several documents is a step of its own each time', () => {
    const { history, write, said } = prepared();
    for (const value of ['1', '2']) {
      history.step('支援者', [OFFICE, CASE], 'supporters', () => {
        write(OFFICE, 'a', value);
        write(CASE, 'a', value);
      });
    }
    history.undo();
    expect([said(OFFICE, 'a'), said(CASE, 'a')]).toEqual(['1', '1']);
  });
});

describe('what is typed', () => {
  it('in one place is one step, in another place another', () => {
    const { history, type, typed } = prepared();
    history.typing('まとめの入力', CASE, 'summary');
    type(CASE, 0, 'あ');
    history.typing('まとめの入力', CASE, 'summary');
    type(CASE, 1, 'い');
    history.typing('ねらいの入力', CASE, 'aim');
    type(CASE, 2, 'う');
    expect(history.state().undo).toBe('ねらいの入力');
    history.undo();
    expect(typed(CASE)).toBe('あい');
    expect(history.state().undo).toBe('まとめの入力');
    history.undo();
    expect(typed(CASE)).toBe('');
  });

  it('in the same place of another document is another step', () => {
    const { history, type, typed } = prepared();
    history.typing('入力', CASE, 'summary');
    type(CASE, 0, 'あ');
    history.typing('別の入力', OFFICE, 'summary');
    type(OFFICE, 0, 'い');
    expect(history.undo()).toEqual({ label: '別の入力', documents: [OFFICE] });
    expect([typed(CASE), typed(OFFICE)]).toEqual(['あ', '']);
  });

  it('unannounced, or elsewhere than announced, is an input of the record', () => {
    const { history, type } = prepared();
    type(CASE, 0, 'あ');
    expect(history.state().undo).toBe('記録の入力');
    history.typing('まとめの入力', CASE, 'summary');
    type(OFFICE, 0, 'い');
    expect(history.undo()).toEqual({ label: '記録の入力', documents: [OFFICE] });
  });

  it('behind a command stands apart from it', () => {
    const { history, write, type, typed, said } = prepared();
    history.typing('まとめの入力', CASE, 'summary');
    type(CASE, 0, 'あ');
    history.step('日付', [CASE], undefined, () => write(CASE, 'a', '1'));
    type(CASE, 1, 'い');
    expect(history.state().undo).toBe('記録の入力');
    history.undo();
    expect([typed(CASE), said(CASE, 'a')]).toEqual(['あ', '1']);
    history.undo();
    expect([typed(CASE), said(CASE, 'a')]).toEqual(['あ', undefined]);
  });

  it('behind an undo begins another step', () => {
    const { history, type, typed } = prepared();
    history.typing('まとめの入力', CASE, 'summary');
    type(CASE, 0, 'あ');
    history.undo();
    type(CASE, 0, 'い');
    expect(history.state()).toEqual({ undo: '記録の入力', redo: undefined });
    history.undo();
    expect(typed(CASE)).toBe('');
  });
});

describe('a step that somebody else has overwritten', () => {
  it('is gone over together with its entry', () => {
    const { history, write, said } = prepared();
    history.step('一', [CASE], undefined, () => write(CASE, 'a', '1'));
    history.step('二', [CASE], undefined, () => write(CASE, 'b', '2'));
    history.step('三', [CASE], undefined, () => write(CASE, 'b', '3'));
    write(CASE, 'b', '他', Symbol('other'));
    history.undo();
    expect(said(CASE, 'b')).toBe('他');
    expect(said(CASE, 'a')).toBeUndefined();
    expect(history.state().undo).toBeUndefined();
  });
});

describe('the steps that are kept', () => {
  it('are the last two hundred', () => {
    const { history, write } = prepared();
    for (let n = 1; n <= 201; n += 1) {
      history.step(`${n}`, [CASE], undefined, () => write(CASE, 'a', `${n}`));
    }
    const labels: string[] = [];
    for (let entry = history.undo(); entry !== undefined; entry = history.undo()) {
      labels.push(entry.label);
    }
    expect(labels).toHaveLength(200);
    expect([labels[0], labels.at(-1)]).toEqual(['201', '2']);
  });

  it('of a document that is closed undo nothing, and what is written there is no step', () => {
    const { history, write, said } = prepared();
    history.step('一', [CASE], undefined, () => write(CASE, 'a', '1'));
    history.detach(CASE);
    expect(history.undo()?.label).toBe('一');
    expect(said(CASE, 'a')).toBe('1');
    write(CASE, 'a', '2');
    expect(history.state().undo).toBeUndefined();
  });

  it('are not made by an editor that opens a note and changes nothing', () => {
    const doc = new Y.Doc();
    const history = createHistory(() => undefined);
    history.attach(CASE, doc, new Set([OWN]));
    doc.transact(() => doc.getXmlFragment('note'), OWN);
    expect(history.state().undo).toBeUndefined();
  });
});
