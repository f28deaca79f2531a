import './chance.ts';
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { describePlay, play } from './play.ts';

it.each(Array.from({ length: 10 }, (_, at) => at + 1))(
  'desks that work, exchange, fail and are damaged lose nothing that was called saved (seed %i)',
  async (seed) => {
    const played = await play(seed);
    expect(played.fault, describePlay(played)).toBeUndefined();
  },
);
