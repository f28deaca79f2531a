import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '#data/drafts/drafts.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

const DRAFT: Draft = {
  key: 'meetings.m1.date',
  label: '日付',
  text: '8/2',
  base: '',
  where: '#/cases/c1/meetings/m1',
  isOnItsWay: false,
};

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
});
afterEach(() => desk.remove());

describe('Drafts', () => {
  it('are counted by the save state, which never says that all is saved meanwhile', async () => {
    const { workspace } = await desk.start();
    const { drafts, saveState } = workspace;
    drafts.put({ ...DRAFT, isOnItsWay: true });
    expect(saveState.get().kind).toBe('saving');
    drafts.put(DRAFT);
    expect(saveState.get()).toEqual({ kind: 'draft', count: 1 });
    drafts.drop(DRAFT.key);
    expect(saveState.get().kind).toBe('saved');
  });

  it('outlive the run, and those that were dropped stay dropped', async () => {
    const first = (await desk.start()).workspace.drafts;
    first.put(DRAFT);
    first.put({ ...DRAFT, key: 'meetings.m1.place', parts: { name: '"役場"' }, isOnItsWay: true });
    await first.flush();
    const second = (await desk.start()).workspace.drafts;
    await second.restore();
    expect(second.get(DRAFT.key)).toEqual(DRAFT);
    // What was on its way when the run ended waits for somebody now.
    expect(second.held.get().map(({ key }) => key)).toContain('meetings.m1.place');
    second.drop(DRAFT.key);
    await second.flush();
    const third = (await desk.start()).workspace.drafts;
    await third.restore();
    expect(third.held.get().map(({ key }) => key)).toEqual(['meetings.m1.place']);
  });

  it('that are dropped while they are being written do not come back', async () => {
    const first = (await desk.start()).workspace.drafts;
    first.put(DRAFT);
    const written = first.flush();
    // The writing has begun, and has not come back.
    for (const _ of [1, 2, 3]) await Promise.resolve();
    first.drop(DRAFT.key);
    expect(first.isOnItsWay()).toBe(true);
    await written;
    await first.flush();
    expect(first.isOnItsWay()).toBe(false);
    const second = (await desk.start()).workspace.drafts;
    await second.restore();
    expect(second.held.get()).toEqual([]);
  });

  it('are handed over by their inputs before a flush says that all is on disk', async () => {
    const { workspace } = await desk.start();
    const handedOver: string[] = [];
    workspace.drafts.join({
      key: DRAFT.key,
      commit: async () => void handedOver.push(DRAFT.key),
      discard: () => undefined,
    });
    await workspace.flush();
    expect(handedOver).toEqual([DRAFT.key]);
  });
});
