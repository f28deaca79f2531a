import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMeeting, setMeeting } from '#data/operations/meeting/meetings.ts';
import type { Query } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk } from '../support/desk.ts';

const DOCUMENT = caseDocument('case1' as CaseId);

let desk: Desk;
let workspace: Workspace;
beforeAll(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
});
afterAll(async () => {
  await workspace.flush();
  await desk.remove();
});

it('A standing question is answered anew by a change to what it read last of all', async () => {
  const made = await workspace.run({
    label: '会合をつくる',
    documents: [DOCUMENT],
    run: (draft) => addMeeting(draft, DOCUMENT, { kind: 'exchange' }),
  });
  if (!made.ok) throw new Error(made.error.happened);
  await workspace.flush();

  const place: Query<string | undefined> = async (reader) => {
    await reader.of(rounds, [DOCUMENT]);
    await reader.all(rounds);
    return (await reader.one(meetings, DOCUMENT, made.value))?.place;
  };
  const seen: (string | undefined)[] = [];
  const changed = new Promise<void>((resolve, reject) => {
    workspace.live(place).subscribe((value) => {
      seen.push(value);
      if (value === '役場') resolve();
      // The first answer is there: now comes the change.
      else
        void workspace.run({
          label: '場所を変更',
          documents: [DOCUMENT],
          run: (draft) => setMeeting(draft, DOCUMENT, made.value, { place: '役場' }),
        });
    }, reject);
  });
  await changed;
  expect(seen).toEqual(['', '役場']);
});
