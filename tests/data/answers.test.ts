import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addMeeting, setMeeting } from '#data/operations/meeting/meetings.ts';
import { type Answers, createAnswers, type Loaded } from '#data/records/answers.ts';
import type { Query } from '#data/records/query.ts';
import { lasting } from '#data/records/remembered.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk } from '../support/desk.ts';

const DOCUMENT = caseDocument('case1' as CaseId);

let desk: Desk;
let workspace: Workspace;
let meeting: MeetingId;
let answers: Answers;
let readings = 0;
/** The place of the meeting; how often it is read is counted. */
let place: Query<string | undefined>;

beforeAll(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  const made = await workspace.run({
    label: '会合をつくる',
    documents: [DOCUMENT],
    run: (draft) => addMeeting(draft, DOCUMENT, { kind: 'exchange' }),
  });
  if (!made.ok) throw new Error(made.error.happened);
  meeting = made.value;
});
afterAll(async () => {
  await workspace.flush();
  await desk.remove();
});
beforeEach(async () => {
  await moveTo('県庁');
  answers = createAnswers(workspace.live);
  readings = 0;
  place = lasting(async (reader) => {
    readings += 1;
    return (await reader.one(meetings, DOCUMENT, meeting))?.place;
  });
});

const moveTo = async (to: string): Promise<void> => {
  const moved = await workspace.run({
    label: '場所を変更',
    documents: [DOCUMENT],
    run: (draft) => setMeeting(draft, DOCUMENT, meeting, { place: to }),
  });
  if (!moved.ok) throw new Error(moved.error.happened);
};

/** A screen that shows the place. */
const look = (query = place) => {
  const seen: (string | undefined)[] = [];
  const tell = (loaded: Loaded<string | undefined>): void => {
    if (loaded.state === 'ready') seen.push(loaded.value);
  };
  return { seen, leave: answers.ask(query, tell) };
};

const ready = (value: string) => ({ state: 'ready', value });

it('A screen that comes back stands at once with what it showed, and nothing is read for it', async () => {
  expect(answers.known(place)).toEqual({ state: 'loading' });
  const first = look();
  await expect.poll(() => first.seen).toEqual(['県庁']);
  first.leave();

  expect(answers.known(place)).toEqual(ready('県庁'));
  const second = look();
  expect(second.seen).toEqual(['県庁']);
  expect(readings).toBe(1);
  await moveTo('役場');
  await expect.poll(() => second.seen).toEqual(['県庁', '役場']);
  expect(first.seen).toEqual(['県庁']);
  second.leave();
});

it('What has not changed in an answer stays the same, so that a screen draws anew what has', async () => {
  const lists: Query<{ readonly places: readonly unknown[]; readonly rounds: readonly unknown[] }> =
    lasting(async (reader) => ({
      places: (await reader.of(meetings, [DOCUMENT])).map((row) => row.place),
      rounds: await reader.of(rounds, [DOCUMENT]),
    }));
  const seen: Loaded<unknown>[] = [];
  const leave = answers.ask(lists, (loaded) => seen.push(loaded));
  const shown = () => seen.flatMap((each) => (each.state === 'ready' ? [each.value] : []));
  const of = (value: unknown) => value as { readonly places: unknown; readonly rounds: unknown };
  await expect.poll(() => shown().length).toBe(1);
  await moveTo('役場');
  await expect.poll(() => of(shown().at(-1)).places).toEqual(['役場']);
  expect(of(shown().at(-1)).rounds).toBe(of(shown()[0]).rounds);
  expect(shown().at(-1)).not.toBe(shown()[0]);

  // A change to what was read, but not to what is told of it.
  const before = seen.at(-1);
  const told = seen.length;
  const named = await workspace.run({
    label: '会合の題名を変更',
    documents: [DOCUMENT],
    run: (draft) => setMeeting(draft, DOCUMENT, meeting, { title: '意見交換会' }),
  });
  expect(named.ok).toBe(true);
  await expect.poll(() => seen.length).toBeGreaterThan(told);
  expect(seen.at(-1)).toBe(before);
  leave();
});

it('A change while nobody looks ends the answer, without reading', async () => {
  const first = look();
  await expect.poll(() => first.seen).toEqual(['県庁']);
  first.leave();
  await moveTo('役場');
  await expect.poll(() => answers.known(place)).toEqual({ state: 'loading' });
  expect(readings).toBe(1);

  const second = look();
  await expect.poll(() => second.seen).toEqual(['役場']);
  second.leave();
});

it('A screen that comes back in the very moment of a change is told what changed', async () => {
  const first = look();
  await expect.poll(() => first.seen).toEqual(['県庁']);
  first.leave();
  const moved = moveTo('役場');
  const second = look();
  await moved;
  await expect.poll(() => second.seen.at(-1)).toBe('役場');
  second.leave();
});

it('What was asked ahead is there for the screen, and a question that is never asked again does not stay', async () => {
  await answers.askAhead(place);
  expect(answers.known(place)).toEqual(ready('県庁'));
  const screen = look();
  expect(screen.seen).toEqual(['県庁']);
  screen.leave();

  const once: typeof place = async (reader) =>
    (await reader.one(meetings, DOCUMENT, meeting))?.place;
  const other = look(once);
  await expect.poll(() => other.seen).toEqual(['県庁']);
  other.leave();
  expect(answers.known(once)).toEqual({ state: 'loading' });
});

it('Of many questions the latest answers stay', async () => {
  const questions = Array.from({ length: 20 }, () =>
    lasting(async (reader) => (await reader.one(meetings, DOCUMENT, meeting))?.place),
  );
  for (const question of questions) {
    const screen = look(question);
    await expect.poll(() => screen.seen).toEqual(['県庁']);
    screen.leave();
  }
  const staying = questions.map((question) => answers.known(question).state === 'ready');
  expect(staying).toEqual(questions.map((_, at) => at >= 8));
});
