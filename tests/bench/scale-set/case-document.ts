import { textName } from '#data/documents/keys.ts';
import { orderAfter } from '#data/records/order.ts';
import { dayNumber } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import {
  actions,
  attendances,
  FINDING_KINDS,
  findings,
  MODE_NAMES,
  meetings,
  programmeItems,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import type { ListedMunicipality } from '#shared/domain/office/municipality-list.ts';
import {
  type CaseId,
  type DeviceId,
  type MeetingId,
  NO_ID,
  type RoundId,
} from '#shared/domain/record/ids.ts';
import { asId } from '../../support/ids.ts';
import { createLogWriter } from './log-writer.ts';
import { appendBlock, noteBlocks, sentence, textOf, typeBlock } from './notes.ts';
import { type Office, some } from './office-document.ts';
import { createSeeded } from './seeded.ts';
import { DUTIES, GROUPS, PLACES, PROGRAMME } from './words.ts';
import { type PlannedMeeting, PRESENT, planYear } from './year-plan.ts';

export type CaseWishes = {
  readonly id: CaseId;
  readonly municipality: ListedMunicipality;
  readonly fiscalYear: number;
  /** The case of the year before, or ''. */
  readonly continuesCase: string;
  readonly findings: number;
  /** Whether its notes were typed, four letters a frame, or came in paragraph by paragraph. */
  readonly isTyped: boolean;
};

const MS_OF_DAY = 86_400_000;
const MORNING_MS = 32_400_000;
const LONG_TEXTS = ['situation', 'issues', 'vision', 'strengths', 'trigger', 'reception'] as const;
const LONG_TEXT_LENGTH = 200;

const morningOf = (day: Day): number => dayNumber(day) * MS_OF_DAY + MORNING_MS;

/** One case's log: its head, then its meetings in the order of time, each with its record and note. */
export const writeCase = (
  seed: string,
  device: DeviceId,
  office: Office,
  wishes: CaseWishes,
): Uint8Array => {
  const { id, municipality, fiscalYear, continuesCase } = wishes;
  const document = caseDocument(id);
  const seeded = createSeeded(`${seed}/${document}`);
  const log = createLogWriter(document, device, seeded);
  const plan = planYear(seeded, fiscalYear);
  const roundIds = new Map<number, RoundId>();
  const orders = new Map<object, string>();
  const nextOrder = (of: object): string => {
    const order = orderAfter(orders.get(of));
    orders.set(of, order);
    return order;
  };
  const local = office.people.get(municipality.code) ?? [];
  const visitors = office.people.get('') ?? [];

  const writeHead = (): void => {
    const texts = Object.fromEntries(
      LONG_TEXTS.map((name) => [name, textOf(seeded, LONG_TEXT_LENGTH)]),
    );
    log.edit(`案件をつくる（${municipality.name}）`, (draft) => {
      const values = {
        municipalityCode: asId(municipality.code),
        municipalityName: municipality.name,
        prefectureName: municipality.prefecture,
        fiscalYear,
        programme: seeded.pick(['national', 'prefectural'] as const),
        programmeName: '',
        entry: continuesCase === '' ? ('volunteered' as const) : ('continued' as const),
        entryDate: `${fiscalYear}-04`,
        entryReason: sentence(seeded),
        themeText: sentence(seeded),
        section: '市町村支援班',
        continuesCase: asId(continuesCase),
        source: '',
      };
      draft.create(document, cases, { ...values, ...texts }, id);
      draft.setMembers(document, cases, id, 'themes', some(seeded, office.themes, 2));
      for (const { id: organizationId, name } of office.supporters) {
        const supporter = { organizationId: asId(organizationId), name, role: sentence(seeded) };
        const order = nextOrder(caseSupporters);
        draft.create(document, caseSupporters, { ...supporter, order }, seeded.id());
      }
    });
  };

  const roundOf = (number: number): RoundId => {
    const known = roundIds.get(number);
    if (known !== undefined) return known;
    const made = seeded.id<RoundId>();
    roundIds.set(number, made);
    log.edit(`第${number}回支援を追加`, (draft) =>
      draft.create(document, rounds, { number, source: '', summary: '' }, made),
    );
    return made;
  };

  const writeMeeting = (planned: PlannedMeeting): MeetingId => {
    const meeting = seeded.id<MeetingId>();
    const round = planned.round === undefined ? NO_ID : roundOf(planned.round);
    const morning = planned.partLabel !== '午後の部';
    log.edit('会合を追加', (draft) => {
      const values = {
        kind: planned.kind,
        round,
        partLabel: planned.partLabel ?? '',
        ordinal: planned.ordinal ?? '',
        title: '',
        date: planned.day,
        startTime: morning ? '10:00' : '13:30',
        endTime: morning ? '12:00' : '15:30',
        place: seeded.pick(PLACES),
        state: planned.state,
        stateReason: planned.state === 'postponed' ? '日程が合わないため延期' : '',
        independent: planned.independent ?? false,
        audience: seeded.pick(GROUPS),
        aim: sentence(seeded),
        summary: planned.state === 'held' ? sentence(seeded) + sentence(seeded) : '',
        order: nextOrder(meetings),
      };
      draft.create(document, meetings, values, meeting);
      const mode = seeded.pick(['onsite', 'online', 'hybrid'] as const);
      const modes = [{ id: mode, name: MODE_NAMES[mode] }];
      draft.setMembers(document, meetings, meeting, 'modes', modes);
      const supporters = some(seeded, office.supporters, seeded.int(1, 3));
      draft.setMembers(document, meetings, meeting, 'supporters', supporters);
    });
    return meeting;
  };

  const writeRecord = (meeting: MeetingId, planned: PlannedMeeting): void => {
    log.edit('出席を入力', (draft) => {
      const came = [...some(seeded, local, 2), ...some(seeded, visitors, 1)];
      for (const { id: person, name, organization, role } of came) {
        const values = {
          meeting,
          person: asId(person),
          name,
          organization: asId(organization),
          role,
          count: null,
        };
        const order = nextOrder(attendances);
        draft.create(document, attendances, { ...values, order }, seeded.id());
      }
      const group = { meeting, name: seeded.pick(GROUPS), count: seeded.int(3, 60) };
      const order = nextOrder(attendances);
      draft.create(document, attendances, { ...group, order }, seeded.id());
    });
    if (planned.kind === 'session') {
      log.edit('次第を入力', (draft) => {
        for (const title of PROGRAMME) {
          const item = { meeting, time: '', title, speaker: seeded.pick(local).name };
          const order = nextOrder(programmeItems);
          draft.create(document, programmeItems, { ...item, order }, seeded.id());
        }
      });
    }
    log.edit('対応事項を追加', (draft) => {
      const state = planned.state === 'held' ? ('done' as const) : ('open' as const);
      const action = { text: seeded.pick(DUTIES), owner: seeded.pick(local).name, due: '', state };
      const order = nextOrder(actions);
      draft.create(document, actions, { ...action, meeting, order }, seeded.id());
    });
  };

  const writeFindings = (meeting: MeetingId, count: number): void => {
    if (count === 0) return;
    log.edit('課題・気づきを追加', (draft) => {
      for (let index = 0; index < count; index += 1) {
        const finding = { kind: seeded.pick(FINDING_KINDS), text: sentence(seeded), meeting };
        const order = nextOrder(findings);
        draft.create(document, findings, { ...finding, order }, seeded.id());
      }
    });
  };

  /** A frame for each paragraph, or as typing makes them. */
  const writeNote = (meeting: string): void => {
    const name = textName('meetings', meeting, 'note');
    for (const block of noteBlocks(seeded)) {
      if (wishes.isTyped && !('items' in block)) {
        typeBlock(block, (act) =>
          log.edit('記録の入力', (_, doc) => act(doc.getXmlFragment(name))),
        );
      } else log.edit('記録の入力', (_, doc) => appendBlock(doc.getXmlFragment(name), block));
    }
  };

  log.begin(morningOf(`${fiscalYear}-04-03` as Day));
  writeHead();
  for (const [index, planned] of plan.entries()) {
    log.begin(morningOf(planned.day < PRESENT ? planned.day : PRESENT));
    const meeting = writeMeeting(planned);
    writeRecord(meeting, planned);
    const until = (count: number): number => Math.floor((count * wishes.findings) / plan.length);
    writeFindings(meeting, until(index + 1) - until(index));
    writeNote(meeting);
  }
  return log.bytes();
};
