import { afterEach, describe, expect, it } from 'vitest';
import { createCase } from '#data/operations/case/cases.ts';
import { addMeeting } from '#data/operations/meeting/meetings.ts';
import { ensurePerson } from '#data/operations/office/people.ts';
import type { Command } from '#data/records/command.ts';
import type { Workspace } from '#data/workspace.ts';
import { supporterCommands } from '#features/overview/commands.ts';
import { addPerson, postActs, setPerson } from '#features/people/commands.ts';
import { filterWho, whoLines } from '#features/people/model.ts';
import {
  officeRows,
  openActions,
  organizationTraces,
  personTraces,
} from '#features/people/queries.ts';
import {
  actionsOf,
  casesOf,
  meetingsOfOrganization,
  meetingsOfPerson,
  partsOf,
} from '#features/people/traces.ts';
import { attendeeChoices } from '#features/record/attendee-choices.ts';
import { recordCommands } from '#features/record/commands.ts';
import { recordQuery } from '#features/record/queries.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { groupAttendances } from '#shared/domain/meeting/attendance-groups.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { postsByPerson, postWords } from '#shared/domain/office/bodies.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk } from '../support/desk.ts';
import { asId } from '../support/ids.ts';

const CASE = 'case1' as CaseId;
const DOCUMENT = caseDocument(CASE);
const TODAY = day('2026-11-27');

const desks: { readonly desk: Desk; readonly workspace: Workspace }[] = [];
afterEach(async () => {
  for (const { desk, workspace } of desks.splice(0)) {
    await workspace.flush();
    await desk.remove();
  }
});

/** A desk with a case of 益城町 and two meetings, in August 2022 and in August 2024. */
const openCase = async () => {
  const desk = await createDesk();
  const { workspace } = await desk.start();
  desks.push({ desk, workspace });
  const run = async <T>(command: Command<T>): Promise<T> => {
    const result = await workspace.run(command);
    if (!result.ok) throw new Error(result.error.happened);
    return result.value;
  };
  await run({
    label: '案件をつくる',
    documents: [OFFICE, DOCUMENT],
    run: (draft) =>
      createCase(draft, CASE, {
        municipality: { code: asId('434434'), name: '益城町', prefecture: '熊本県' },
        fiscalYear: 2022,
        programme: 'national',
        themes: [],
      }),
  });
  const meet = (date: string): Promise<MeetingId> =>
    run({
      label: '会合をつくる',
      documents: [DOCUMENT],
      run: (draft) => addMeeting(draft, DOCUMENT, { kind: 'exchange', title: date, date }),
    });
  const [early, late] = [await meet('2022-08-24'), await meet('2024-08-21')];
  const record = async (meeting: MeetingId) => {
    const data = await workspace.ask(recordQuery(CASE, meeting));
    if (!data) throw new Error('the meeting is gone');
    return data;
  };
  /** Picks the first line of the list that has these words. */
  const pick = async (meeting: MeetingId, typed: string, words: RegExp): Promise<void> => {
    const options = attendeeChoices(typed, await record(meeting)).flatMap((each) => each.options);
    const choice = options.find(({ label, note }) => words.test(`${label} ${note}`));
    if (choice === undefined) throw new Error(options.map(({ label }) => label).join('\n'));
    await run(recordCommands(CASE, meeting).addAttendee(choice.attendee, null));
  };
  const groups = async (meeting: MeetingId) => {
    const data = await record(meeting);
    return groupAttendances(data.attendances, data, dateOf(data.meeting)).map(
      ({ name, heads, attendees }) =>
        `${name} ${heads}人 ${attendees.map(({ row, post }) => `${row.name} ${post?.post ?? ''}`.trim())}`,
    );
  };
  const office = () => workspace.ask(officeRows);
  return { workspace, run, record, pick, groups, office, early, late };
};

const TYPED = '生駒 花子（いきいき長寿課・係長）';

describe('somebody typed into the list of who came', () => {
  it('is made with body and post as the list says, in one step that undo takes back whole', async () => {
    const { workspace, pick, groups, office, early } = await openCase();
    await pick(early, TYPED, /新しい機関・益城町/);
    expect(await groups(early)).toEqual(['いきいき長寿課 1人 生駒 花子 係長']);
    const made = await office();
    expect(made.organizations[0]).toMatchObject({
      name: 'いきいき長寿課',
      role: 'municipality',
      municipality: '434434',
      municipalityName: '益城町',
    });
    workspace.undo();
    await workspace.flush();
    const { organizations, people, posts } = await office();
    expect([organizations, people, posts]).toEqual([[], [], []]);
    expect(await groups(early)).toEqual([]);
  });

  it('says all that would be made, and asks whose 課 it is', async () => {
    const { record, early } = await openCase();
    const sections = attendeeChoices(TYPED, await record(early));
    expect(sections.map(({ title }) => title)).toEqual(['新しく加える（内容を確かめて選ぶ）']);
    expect(sections[0]?.options.map(({ label }) => label)).toEqual([
      '「生駒 花子」を加える: いきいき長寿課（新しい機関・益城町） ・ 係長',
      '「生駒 花子」を加える: いきいき長寿課（新しい機関・県（本庁）） ・ 係長',
      '「生駒 花子」を加える: いきいき長寿課（新しい機関・種別はあとで） ・ 係長',
    ]);
    const known = attendeeChoices('生駒 花子（地域包括支援センター）', await record(early));
    expect(known[0]?.options.map(({ label }) => label)).toEqual([
      '「生駒 花子」を加える: 地域包括支援センター（新しい機関・地域包括支援センター）',
    ]);
    const doubtful = attendeeChoices('生駒 花子（まちづくり）', await record(early));
    expect(doubtful[0]?.options.at(-1)?.label).toBe('「生駒 花子」を加える: 役職「まちづくり」');
  });

  it.each([
    ['田中 一郎', true],
    ['髙橋　さくら', true],
    ['佐々木 エミ', true],
    ['山鹿 包括', false],
    ['福祉課 係長', false],
    ['いきいき サロン 山', false],
    ['福祉課', false],
    ['田中 一郎 2人', false],
  ])('%s without more is offered as a person first: %j', async (typed, isPerson) => {
    const { record, early } = await openCase();
    const [first] = attendeeChoices(typed, await record(early)).flatMap(({ options }) => options);
    expect(first?.attendee.kind).toBe(isPerson ? 'newPerson' : 'newGroup');
  });

  it('is the person who is known, and never gets another post in silence', async () => {
    const { pick, record, groups, office, early, late } = await openCase();
    await pick(early, TYPED, /益城町/);
    const again = attendeeChoices(TYPED, await record(late));
    expect(again[0]).toMatchObject({ title: '人', options: [{ label: '生駒 花子' }] });
    expect(again.some(({ title }) => title === '所属を加える')).toBe(false);

    const moved = attendeeChoices('生駒花子（健康課・課長）', await record(late));
    expect(moved.map(({ title }) => title)).toEqual([
      '人',
      '所属を加える',
      '新しく加える（内容を確かめて選ぶ）',
    ]);
    await pick(late, '生駒花子（健康課・課長）', /所属を加える: 健康課/);
    expect((await office()).people).toHaveLength(1);
    // The record of before shows the post of before.
    expect(await groups(early)).toEqual(['いきいき長寿課 1人 生駒 花子 係長']);
    expect(await groups(late)).toEqual(['健康課 1人 生駒 花子 課長']);
  });

  it('may be somebody else of that name', async () => {
    const { pick, office, early, late } = await openCase();
    await pick(early, TYPED, /益城町/);
    await pick(late, '生駒 花子（社協・事務局長）', /別の人として/);
    const { people, organizations } = await office();
    expect(people.map(({ name }) => name)).toEqual(['生駒 花子', '生駒 花子']);
    expect(organizations.map(({ role }) => role).toSorted()).toEqual([
      'municipality',
      'welfareCouncil',
    ]);
  });
});

describe('a person', () => {
  it('is called by the post of each day, whatever the post of today', async () => {
    const { run, pick, groups, office, early } = await openCase();
    await pick(early, TYPED, /益城町/);
    const [post] = (await office()).posts;
    await run(postActs.set(post?.id ?? '', { from: '2022-04', to: '2023-03' }));
    const { people, organizations } = await office();
    const health = organizations[0];
    await run(
      postActs.add({
        person: people[0]?.id ?? asId(''),
        organization: health?.id ?? asId(''),
        organizationName: 'いきいき長寿課',
        post: '課長',
        from: asDate('2023-04'),
      }),
    );
    expect(await groups(early)).toEqual(['いきいき長寿課 1人 生駒 花子 係長']);
    const rows = await office();
    const line = whoLines(rows, TODAY).people[0];
    expect(line).toMatchObject({ where: 'いきいき長寿課 課長', role: 'municipality' });
    expect(filterWho([...whoLines(rows, TODAY).people], '生駒花子', 'all')).toHaveLength(1);
    expect(filterWho([...whoLines(rows, TODAY).people], 'かちょう', 'all')).toHaveLength(0);
  });

  it('may support a case as a person, once, with the role that was agreed', async () => {
    const { workspace, run, office } = await openCase();
    const { id } = await run(addPerson('見本 太郎（AD）'));
    expect((await office()).people[0]).toMatchObject({ name: '見本 太郎', role: 'adviser' });
    const commands = supporterCommands(CASE);
    const supporter = await run(commands.add({ person: asId(id) }));
    await run(commands.set(supporter, { role: '移動支援の助言' }));
    expect((await workspace.run(commands.add({ person: asId(id) }))).ok).toBe(false);
    expect(casesOf(await workspace.ask(personTraces(id)))).toMatchObject([
      { caseName: '益城町（令和4年度）', role: '移動支援の助言' },
    ]);
  });

  it('shows where they were, what they advised and what is open, and so does their body', async () => {
    const { workspace, run, pick, office, early, late } = await openCase();
    await pick(early, TYPED, /益城町/);
    const commands = recordCommands(CASE, late);
    const item = await run(
      commands.programme.add({ meeting: late, title: '講話', part: 'adviser' }),
    );
    await run(commands.setSpeaker(item, '生駒 花子'));
    await run(commands.actions.add({ meeting: late, text: '名簿を送る', owner: '町・生駒花子' }));
    await run(commands.setSupporters([{ name: 'いきいき長寿課' }]));
    await run(setPerson((await office()).people[0]?.id ?? '', { kana: 'いこま はなこ' }));

    const { people, organizations, posts } = await office();
    const [person, body] = [people[0]?.id ?? '', organizations[0]?.id ?? ''];
    const bodies = new Map(organizations.map((row) => [row.id as string, row]));
    const traces = await workspace.ask(personTraces(person));
    const met = meetingsOfPerson(traces, posts, (post) => postWords(post, bodies));
    expect(met.map(({ title, as }) => [title, as])).toEqual([
      ['2024-08-21', 'いきいき長寿課 係長'],
      ['2022-08-24', 'いきいき長寿課 係長'],
    ]);
    expect(partsOf(traces)).toMatchObject([{ item: '講話', part: '助言者', title: '2024-08-21' }]);
    const digests = await workspace.ask(openActions);
    expect(actionsOf(digests, { name: '生駒 花子', isPerson: true })).toHaveLength(1);
    expect(actionsOf(digests, { name: '町', isPerson: false })).toHaveLength(1);
    expect(actionsOf(digests, { name: '益城町', isPerson: false })).toHaveLength(0);

    const ofBody = await workspace.ask(organizationTraces(body));
    expect(
      meetingsOfOrganization(ofBody, body, postsByPerson(posts)).map(({ title, as }) => [
        title,
        as,
      ]),
    ).toEqual([
      ['2024-08-21', '支援'],
      ['2022-08-24', '生駒 花子'],
    ]);
  });

  it('is found by name when exactly one is called so, however the speaker is typed', async () => {
    const { run, office } = await openCase();
    const command = (name: string) => ({
      label: '人',
      documents: [OFFICE],
      run: (draft: Parameters<Command<unknown>['run']>[0]) => ensurePerson(draft, { name }),
    });
    const first = await run(command('見本 花子'));
    expect(await run(command('見本　花子'))).toEqual(first);
    expect((await office()).people).toHaveLength(1);
  });
});

const asDate = (text: string) => text as Parameters<typeof postActs.add>[0]['from'] & string;
