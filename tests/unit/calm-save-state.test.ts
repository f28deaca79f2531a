import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { calmSaveState } from '#adapters/store/calm-save-state.ts';
import type { SaveState } from '#data/journal/save-state.ts';
import { createSignal } from '#data/signal.ts';

const SAVED: SaveState = { kind: 'saved', at: undefined };
const SAVING: SaveState = { kind: 'saving' };
const FAILED: SaveState = {
  kind: 'failed',
  problem: { code: 'disk-full', happened: '空きがありません。', safe: '。', todo: '。' },
};

const bar = () => {
  const source = createSignal<SaveState>(SAVED);
  const calm = calmSaveState(source);
  const said: string[] = [];
  calm.subscribe(() => said.push(calm.get().kind));
  return { source, calm, said };
};

describe('the save state in the top bar', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('says at once that a single edit is being saved, and that it is', () => {
    const { source, said } = bar();
    source.set(SAVING);
    expect(said).toEqual(['saving']);
    source.set(SAVED);
    expect(said).toEqual(['saving', 'saved']);
  });

  test('does not flicker in a stretch of typing, and says 保存済み when it is over', () => {
    const { source, said } = bar();
    for (let frame = 0; frame < 20; frame += 1) {
      source.set(SAVING);
      vi.advanceTimersByTime(100);
      source.set(SAVED);
      vi.advanceTimersByTime(50);
    }
    expect(said).toEqual(['saving', 'saved', 'saving']);
    vi.advanceTimersByTime(1000);
    expect(said).toEqual(['saving', 'saved', 'saving', 'saved']);
  });

  test('never says 保存済み while something is not saved, whatever comes in whatever order', () => {
    const { source, calm } = bar();
    const states = [SAVING, SAVED, FAILED, SAVED, SAVING, { kind: 'draft', count: 1 }, SAVED];
    for (let step = 0; step < 500; step += 1) {
      source.set(states[(step * 5 + (step % 3)) % states.length] as SaveState);
      for (let waited = 0; waited < (step * 37) % 600; waited += 20) {
        if (calm.get().kind === 'saved') expect(source.get().kind).toBe('saved');
        vi.advanceTimersByTime(20);
      }
      if (calm.get().kind === 'saved') expect(source.get().kind).toBe('saved');
    }
  });

  test('tells a failure at once, in the middle of typing too', () => {
    const { source, calm } = bar();
    source.set(SAVING);
    source.set(SAVED);
    source.set(SAVING);
    source.set(FAILED);
    expect(calm.get()).toBe(FAILED);
  });

  test('comes to the last state in the end', () => {
    const { source, calm } = bar();
    for (const state of [SAVING, SAVED, SAVING, { kind: 'saved', at: 5 } as const]) {
      source.set(state);
    }
    expect(calm.get().kind).toBe('saving');
    vi.runAllTimers();
    expect(calm.get()).toEqual({ kind: 'saved', at: 5 });
  });
});
