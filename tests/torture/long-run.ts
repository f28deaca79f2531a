import './chance.ts';
import 'fake-indexeddb/auto';
import { writeSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describePlay, play } from './play.ts';

const MINUTES = Number(process.env.TORTURE_MINUTES);
const SEED = Number(process.env.TORTURE_SEED);

it('worlds of one seed after the other, until the time is over or one has a fault', {
  timeout: 0,
}, async () => {
  const end = Date.now() + MINUTES * 60_000;
  let edits = 0;
  for (let seed = SEED; seed === SEED || Date.now() < end; seed += 1) {
    const played = await play(seed);
    edits += played.edits;
    writeSync(1, `world ${seed}: ${played.fault ?? 'no fault'}, ${edits} saved edits so far\n`);
    expect(played.fault, describePlay(played)).toBeUndefined();
  }
});
