import { expect, test } from '#tests/support/app.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import { noteText, recordOf } from '#tests/support/pages/record.ts';
import { goToNewLine, typeUntilPowerCut } from '#tests/support/typing.ts';

const KILLS = 20;
/** What was typed earlier than this before a power cut must be there afterwards (ms). */
const MAY_LOSE = 300;

/** A fixed sequence of pseudo-random numbers from 0 to 1 (Park and Miller). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

test(`${KILLS} power cuts while typing lose at most the last ${MAY_LOSE} ms, and never what was shown as saved`, async ({
  pc,
}) => {
  test.setTimeout(300_000);
  await pc.settle();
  const random = randomFrom(20_220_824);
  let run = await pc.start();
  const address = await openNewRecord(run.page);
  let kept = '';
  let savedInTheMiddle = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await goToNewLine(run.page);
    const seen = await typeUntilPowerCut(run, `${kill}回目：`, random, {
      after: 200 + Math.floor(random() * 1500),
      mayLose: MAY_LOSE,
    });

    run = await pc.start();
    await openAddress(run.page, address);
    await recordOf(run.page).note.waitFor();
    const text = await noteText(run.page);
    expect(text.startsWith(kept), `cut ${kill}: all that the runs before had left`).toBe(true);
    expect(text, `cut ${kill}: all that was typed ${MAY_LOSE} ms before`).toContain(seen.old);
    expect(text, `cut ${kill}: all that was shown as saved`).toContain(seen.saved);
    kept = text;
    if (seen.saved !== '' && seen.saved !== seen.old) savedInTheMiddle += 1;
  }
  // Otherwise the cuts would have come at moments at which nothing could be lost.
  expect(savedInTheMiddle).toBeGreaterThan(0);
});
