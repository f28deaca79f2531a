import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderOf } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { actions, findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { organizations } from '#shared/domain/office/office.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import desk from '#tests/fixtures/desks/format-2.json' with { type: 'json' };
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { MASHIKI_DOCUMENT, MASHIKI_TOLD, writeMashiki } from '../support/mashiki-desk.ts';

/*
 * tests/fixtures/desks/format-2.json: the log files that a desk of format 2 in layout 2 left behind, written by
 * that version itself (`writeMashiki`). Every later version has to open them, and never to rewrite them.
 */
const DEVICE = desk.device as DeviceId;
const logs: Readonly<Record<string, string>> = desk.logs;

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

const oldDesk = async (): Promise<Desk> => {
  const made = await createDesk(DEVICE);
  desks.push(made);
  for (const [path, bytes] of Object.entries(logs)) {
    const file = join(made.logs, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, Buffer.from(bytes, 'base64'));
  }
  return made;
};

const told = async (of: Desk) => {
  const texts = async (
    name: Parameters<ReturnType<Desk['database']>['rowsOf']>[0],
    field: string,
  ) => (await of.database().rowsOf(name).toArray()).map((row) => row[field]).sort();
  return {
    cases: await texts(cases.name, 'municipalityName'),
    rounds: await texts(rounds.name, 'number'),
    meetings: await texts(meetings.name, 'date'),
    findings: await texts(findings.name, 'text'),
    actions: await texts(actions.name, 'text'),
    organizations: await texts(organizations.name, 'name'),
    notes: (await of.database().noteTexts.toArray()).map(({ text }) => text),
  };
};

describe('what this version of the format has written', () => {
  it('opens from its log files alone, with nothing to tell', async () => {
    const made = await oldDesk();
    const { workspace, verified } = await made.start();
    await verified;
    expect(await told(made)).toEqual(MASHIKI_TOLD);
    expect(workspace.problems.get()).toEqual([]);
  });

  it('is what the same edits write today', async () => {
    const made = await createDesk(DEVICE);
    desks.push(made);
    await writeMashiki((await made.start()).workspace);
    expect(await told(made)).toEqual(MASHIKI_TOLD);
    const old = await oldDesk();
    await old.start();
    const withoutIds = async (of: Desk) =>
      JSON.stringify(await rowsOf(of)).replaceAll(/"(id|order)":"[^"]*"/g, '');
    expect(await withoutIds(old)).toBe(await withoutIds(made));
  });

  it('is only appended to', async () => {
    const made = await oldDesk();
    const { workspace } = await made.start();
    await workspace.run({
      label: '会合を追加',
      documents: [MASHIKI_DOCUMENT],
      run: (draft) => ok(draft.create(MASHIKI_DOCUMENT, meetings, { title: '打合せ' })),
    });
    expect(await workspace.flush()).toBe(true);
    const name = `${folderOf(MASHIKI_DOCUMENT)}/${DEVICE}.log`;
    const bytes = await readFile(join(made.logs, name));
    const old = Buffer.from(logs[name] ?? '', 'base64');
    expect(bytes.length).toBeGreaterThan(old.length);
    expect(bytes.subarray(0, old.length).equals(old)).toBe(true);
  });
});
