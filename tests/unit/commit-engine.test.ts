import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { DraftDesk, InputDraft } from '#ui/commit/drafts.ts';
import { type CommitMode, createCommitEngine } from '#ui/commit/engine.ts';

const KEY = 'meetings.m1.place';

/** An input over a record that takes what it is given, unless told otherwise. */
const inputOf = (mode: CommitMode, first = '', left: readonly InputDraft[] = []) => {
  const drafts = new Map(left.map((draft) => [draft.key, draft]));
  const desk: DraftDesk = {
    get: (key) => drafts.get(key),
    under: () => [],
    put: (draft) => void drafts.set(draft.key, draft),
    drop: (key) => void drafts.delete(key),
    join: () => () => undefined,
  };
  const record = {
    value: first,
    edits: [] as string[],
    answer: async (): Promise<Result<unknown>> => ok(null),
  };
  const engine = createCommitEngine({
    key: KEY,
    mode,
    value: first,
    desk,
    ports: {
      label: '場所',
      parse: (text) =>
        text.includes('×') ? refuse('読み取れません。', '直してください。') : ok(text),
      store: async (text: string) => {
        const result = await record.answer();
        if (!result.ok) return result;
        record.value = cleanLine(text);
        record.edits.push(record.value);
        return result;
      },
      settle: mode === 'leaving' ? (text) => text : cleanLine,
      where: () => '#/here',
      remark: (show) => show(),
    },
  });
  engine.resume();
  return {
    engine,
    record,
    draft: () => drafts.get(KEY),
    /** What the screen shows. */
    shown: () => engine.get().text ?? record.value,
    /** The record's row reaches the screen. */
    comeBack: (value = record.value) => {
      record.value = value;
      engine.stored(value);
    },
    wait: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
  };
};

const DRAFT: InputDraft = {
  key: KEY,
  label: '場所',
  text: '役場',
  base: '',
  where: '#/here',
  isOnItsWay: false,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('An input whose every beginning is a text', () => {
  it('hands over what is typed within 150 ms, without being left', async () => {
    const { engine, record, draft, wait } = inputOf('typing');
    engine.enter();
    engine.type('益城町役場');
    expect(draft()).toMatchObject({ text: '益城町役場', isOnItsWay: true });
    await wait(150);
    expect(record.value).toBe('益城町役場');
    expect(draft()).toBeUndefined();
  });

  it('does not wait for the end of a long burst of typing', async () => {
    const { engine, record, wait } = inputOf('typing');
    for (let length = 1; length <= 10; length += 1) {
      engine.type('あ'.repeat(length));
      await wait(60);
    }
    expect(record.value.length).toBeGreaterThanOrEqual(8);
  });

  it('keeps what is on the screen, blanks at its end too, while the stored text comes back', async () => {
    const { engine, shown, comeBack, wait } = inputOf('typing');
    engine.enter();
    engine.type('益城町 ');
    await wait(150);
    comeBack();
    expect(shown()).toBe('益城町 ');
    engine.type('益城町 役');
    await wait(150);
    comeBack();
    await engine.leave();
    expect(shown()).toBe('益城町 役');
  });

  it('takes over what comes from elsewhere, unless something is being typed', async () => {
    const { engine, record, shown, comeBack, wait } = inputOf('typing', '役場');
    engine.enter();
    engine.type('役場2');
    await wait(150);
    comeBack();
    comeBack('役場');
    expect(shown()).toBe('役場');
    engine.type('公民館');
    comeBack('別館');
    expect(shown()).toBe('公民館');
    await wait(150);
    expect(record.value).toBe('公民館');
  });

  it('is no draft any more once what was refused stands there by itself, however it is written', async () => {
    const { engine, record, draft, comeBack, shown } = inputOf('leaving', '3');
    record.answer = async () => refuse('すでにあります。', '別の番号を入力してください。');
    engine.enter();
    engine.type('2');
    await engine.leave();
    expect(engine.get().problem).toContain('すでにあります。');
    comeBack('4');
    expect([shown(), draft()?.text]).toEqual(['2', '2']);
    comeBack('2');
    expect([shown(), draft(), engine.get().problem]).toEqual(['2', undefined, undefined]);
  });

  it('is never cut in the middle of a conversion, and is counted all the while', async () => {
    const { engine, record, draft, wait } = inputOf('typing');
    engine.enter();
    engine.compose(true);
    engine.type('やくば');
    await wait(1000);
    expect(record.edits).toEqual([]);
    expect(draft()?.text).toBe('やくば');
    engine.type('役場');
    engine.compose(false);
    await wait(150);
    expect(record.edits).toEqual(['役場']);
  });

  it('ends a conversion that a page takes away with it, and hands it over', async () => {
    const { engine, record } = inputOf('typing');
    engine.compose(true);
    engine.type('やくば');
    await engine.leave();
    expect(record.value).toBe('やくば');
  });

  it('hands over what was typed while a slow record took the text before', async () => {
    const { engine, record, draft, wait } = inputOf('typing');
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    record.answer = async () => {
      await opened;
      return ok(null);
    };
    engine.type('甲');
    await wait(150);
    engine.type('甲乙');
    await wait(1000);
    expect(draft()).toMatchObject({ text: '甲乙', isOnItsWay: true });
    open();
    await wait(0);
    expect(record.edits).toEqual(['甲', '甲乙']);
    expect(draft()).toBeUndefined();
  });

  it('keeps a refused text as a draft with the reason, and the stored one as it was', async () => {
    const { engine, record, draft, shown, wait } = inputOf('typing', '役場');
    engine.type('役場×');
    await wait(150);
    expect(engine.get().problem).toBe('読み取れません。直してください。');
    expect(draft()).toMatchObject({ text: '役場×', isOnItsWay: false });
    await engine.leave();
    expect(shown()).toBe('役場×');
    expect(record.value).toBe('役場');
    engine.type('役場');
    await wait(150);
    expect(engine.get().problem).toBeUndefined();
    expect(draft()).toBeUndefined();
  });

  it('keeps a text that its record refuses, as one that it cannot read', async () => {
    const { engine, record, draft, wait } = inputOf('typing');
    record.answer = async () => refuse('この会合は見つかりません。', '開き直してください。');
    engine.type('役場');
    await wait(150);
    expect(engine.get().problem).toBe('この会合は見つかりません。開き直してください。');
    expect(draft()).toMatchObject({ text: '役場', isOnItsWay: false });
  });

  it('goes back with Escape to what stood there when the focus came', async () => {
    const { engine, record, shown, comeBack, wait } = inputOf('typing', '役場');
    engine.enter();
    engine.type('公民');
    await wait(150);
    comeBack();
    engine.type('公民館');
    engine.cancel();
    await wait(150);
    comeBack();
    expect(record.value).toBe('役場');
    expect(shown()).toBe('役場');
    expect(engine.get().canCancel).toBe(false);
  });
});

describe.each(['typing', 'leaving'] as const)('Escape right behind Enter, %s', (mode) => {
  it('takes nothing back: what Enter has sent stays', async () => {
    const { engine, record, shown, comeBack, wait } = inputOf(mode, '新しい帯');
    engine.enter();
    engine.type('試行');
    void engine.commit();
    expect(engine.get().canCancel).toBe(false);
    await wait(150);
    comeBack();
    expect(engine.get().canCancel).toBe(false);
    expect(record.value).toBe('試行');
    expect(shown()).toBe('試行');
  });

  it('takes back what was typed on after it', async () => {
    const { engine, record, comeBack, wait } = inputOf(mode, '新しい帯');
    engine.enter();
    engine.type('試行');
    void engine.commit();
    engine.type('試行と評価');
    expect(engine.get().canCancel).toBe(true);
    await wait(150);
    comeBack();
    engine.cancel();
    await wait(150);
    comeBack();
    expect(record.value).toBe('試行');
  });

  it('takes back what was refused', async () => {
    const { engine, record, shown, wait } = inputOf(mode, '役場');
    record.answer = async () => refuse('この会合は見つかりません。', '開き直してください。');
    engine.enter();
    engine.type('公民館');
    await engine.commit();
    await wait(150);
    expect(engine.get().canCancel).toBe(true);
    engine.cancel();
    expect(shown()).toBe('役場');
  });
});

describe('An input of which half a text means something else', () => {
  it('is a draft until it is left, and is handed over then', async () => {
    const { engine, record, draft, wait } = inputOf('leaving');
    engine.enter();
    engine.type('8/2');
    await wait(1000);
    expect(record.edits).toEqual([]);
    expect(draft()).toMatchObject({ text: '8/2', isOnItsWay: false });
    engine.type('8/24');
    await engine.leave();
    expect(record.edits).toEqual(['8/24']);
    expect(draft()).toBeUndefined();
  });

  it('forgets what is typed with Escape', async () => {
    const { engine, record, draft, shown } = inputOf('leaving', '8/3');
    engine.enter();
    engine.type('8/24');
    engine.cancel();
    await engine.leave();
    expect(shown()).toBe('8/3');
    expect(record.edits).toEqual([]);
    expect(draft()).toBeUndefined();
  });

  it('can be emptied again before its row has come back', async () => {
    const { engine, record } = inputOf('leaving');
    engine.type('8/24');
    await engine.commit();
    engine.type('');
    await engine.commit();
    expect(record.edits).toEqual(['8/24', '']);
  });
});

describe('A draft of an earlier run', () => {
  it('stands in its input again, and is handed over', async () => {
    const { record, draft, shown, wait } = inputOf('typing', '', [DRAFT]);
    expect(shown()).toBe('役場');
    await wait(150);
    expect(record.value).toBe('役場');
    expect(draft()).toBeUndefined();
  });

  it('is forgotten when its record holds it already', () => {
    const { engine, draft } = inputOf('typing', '役場', [DRAFT]);
    expect(engine.get().text).toBeUndefined();
    expect(draft()).toBeUndefined();
  });

  it('overwrites nothing that was changed since, unless staff say so', async () => {
    const { engine, record, draft, shown, wait } = inputOf('typing', '公民館', [DRAFT]);
    await wait(1000);
    await engine.leave();
    expect(record.edits).toEqual([]);
    expect(shown()).toBe('役場');
    expect(engine.get().problem).toContain('この欄は、書きかけのあいだに変わりました');
    expect(draft()?.text).toBe('役場');
    await engine.commit();
    expect(record.edits).toEqual(['役場']);
  });

  it('says again why it could not be stored', () => {
    const { engine } = inputOf('typing', '', [{ ...DRAFT, text: '×' }]);
    expect(engine.get()).toMatchObject({ text: '×', problem: '読み取れません。直してください。' });
  });
});
