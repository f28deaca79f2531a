import { describe, expect, it } from 'vitest';
import type { DraftDesk, InputDraft } from '#ui/commit/drafts.ts';
import { createDraftForm } from '#ui/commit/form.ts';

const KEY = 'add.figure.434434';
const EMPTY = { label: '', value: '', asOf: '' };

const deskOf = () => {
  const drafts = new Map<string, InputDraft>();
  const desk: DraftDesk = {
    get: (key) => drafts.get(key),
    under: (prefix) => [...drafts.values()].filter(({ key }) => key.startsWith(prefix)),
    put: (draft) => void drafts.set(draft.key, draft),
    drop: (key) => void drafts.delete(key),
    join: () => () => undefined,
  };
  /** The app ended and begins again: nothing is on its way. */
  const restart = (): void => {
    for (const [key, draft] of drafts) drafts.set(key, { ...draft, isOnItsWay: false });
  };
  return { desk, drafts, restart };
};

const openForm = (desk: DraftDesk, empty = EMPTY) => {
  const form = createDraftForm({ key: KEY, label: '数値', empty, desk, where: () => '#/here' });
  form.subscribe(() => undefined);
  return form;
};

describe('A form that adds', () => {
  it('is a draft from its first letter on, and none once it is empty again', () => {
    const { desk, drafts } = deskOf();
    const form = openForm(desk);
    form.set({ label: '総人口' });
    expect(drafts.get(KEY)).toMatchObject({ text: '総人口', isOnItsWay: false });
    form.set({ label: '' });
    expect(drafts.size).toBe(0);
  });

  it('is empty at once when it is sent, and what is sent is on its way', () => {
    const { desk, drafts } = deskOf();
    const form = openForm(desk);
    form.set({ label: '総人口', asOf: 'R5.1末' });
    const taken = form.take(['asOf']);
    expect(form.get()).toMatchObject({ values: { ...EMPTY, asOf: 'R5.1末' }, isFilled: false });
    expect([...drafts.values()]).toMatchObject([{ text: '総人口 / R5.1末', isOnItsWay: true }]);
    taken.done();
    expect(drafts.size).toBe(0);
  });

  it('gets back what was refused, with the reason', () => {
    const { desk } = deskOf();
    const form = openForm(desk);
    form.set({ label: '総人口' });
    form.take().giveBack('値が入っていません。');
    expect(form.get()).toMatchObject({
      values: { label: '総人口' },
      problem: '値が入っていません。',
    });
  });

  it('never glues what was refused to what is typed by then: each gets its turn', () => {
    const { desk, drafts } = deskOf();
    const form = openForm(desk);
    form.set({ label: '甲' });
    const first = form.take();
    form.set({ label: '乙' });
    first.giveBack('入りません。');
    expect(form.get().values.label).toBe('乙');
    expect([...drafts.values()].every(({ isOnItsWay }) => !isOnItsWay)).toBe(true);
    form.take().done();
    expect(form.get()).toMatchObject({ values: { label: '甲' }, problem: '入りません。' });
  });

  it('stands as it was left after a restart, and so does what was on its way', () => {
    const { desk, drafts, restart } = deskOf();
    const form = openForm(desk);
    form.set({ label: '甲' });
    form.take();
    form.set({ label: '乙' });
    restart();
    const again = openForm(desk);
    expect(again.get().values.label).toBe('乙');
    expect(again.isLeftOver()).toBe(true);
    again.take().done();
    expect(again.get().values.label).toBe('甲');
    again.reset();
    expect(drafts.size).toBe(0);
  });

  it('keeps only what was filled in: the rest is as the record has it by then', () => {
    const { desk } = deskOf();
    openForm(desk, { label: '総人口', value: '3万人', asOf: '' }).set({ value: '4万人' });
    const later = openForm(desk, { label: '人口', value: '3万人', asOf: '' });
    expect(later.get().values).toEqual({ label: '人口', value: '4万人', asOf: '' });
  });

  it('is not undone by a draft that says something else than a form can hold', () => {
    const { desk } = deskOf();
    desk.put({
      key: KEY,
      label: '数値',
      text: '',
      parts: { label: '{', value: '7', asOf: '"R5"' },
      base: null,
      where: '',
      isOnItsWay: false,
    });
    expect(openForm(desk).get().values).toEqual({ ...EMPTY, asOf: 'R5' });
  });
});
