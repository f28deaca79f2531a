import { OFFICE } from '#shared/documents/document-id.ts';
import type { ListedMunicipality } from '#shared/domain/office/municipality-list.ts';
import {
  figures,
  municipalities,
  organizations,
  people,
  posts,
  type Role,
  themes,
} from '#shared/domain/office/office.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { asId } from '../../support/ids.ts';
import { createLogWriter } from './log-writer.ts';
import { createSeeded, type Seeded } from './seeded.ts';
import { FIGURES, THEMES } from './words.ts';

export type Named = { readonly id: string; readonly name: string };
export type OfficePerson = Named & { readonly organization: string; readonly role: Role };

/** What the cases refer to. */
export type Office = {
  readonly themes: readonly Named[];
  /** Of the prefecture and the state: they come to every municipality. */
  readonly supporters: readonly Named[];
  /** By municipality code, the prefecture's under ''. */
  readonly people: ReadonlyMap<string, readonly OfficePerson[]>;
};

const SUPPORTERS: readonly (readonly [string, Role])[] = [
  ['熊本県 認知症対策・地域ケア推進課', 'prefecture'],
  ['熊本県 広域本部', 'regionalOffice'],
  ['九州厚生局', 'bureau'],
  ['厚生労働省', 'ministry'],
  ['AD', 'adviser'],
  ['県AD', 'prefecturalAdviser'],
];

const LOCAL: readonly (readonly [string, Role])[] = [
  ['福祉課', 'municipality'],
  ['地域包括支援センター', 'supportCentre'],
  ['社会福祉協議会', 'welfareCouncil'],
  ['ケアプランセンター', 'careManager'],
  ['デイサービス', 'provider'],
];

const PEOPLE_OF_EACH = 12;
const POSTS = ['課長', '係長', '主任', '保健師', '主事'];
const BEGINNING = Date.UTC(2017, 3, 3);

/** The office's log: people, organisations, profiles, figures and themes. */
export const writeOffice = (
  seed: string,
  device: DeviceId,
  covered: readonly ListedMunicipality[],
): { readonly office: Office; readonly bytes: Uint8Array } => {
  const seeded = createSeeded(`${seed}/office`);
  const log = createLogWriter(OFFICE, device, seeded);
  const named = (names: readonly string[]): readonly Named[] =>
    names.map((name) => ({ id: seeded.id(), name }));
  const everybody = new Map<string, readonly OfficePerson[]>();

  log.begin(BEGINNING);
  const allThemes = named(THEMES);
  log.edit('テーマをつくる', (draft) => {
    for (const { id, name } of allThemes) draft.create(OFFICE, themes, { name }, id);
  });

  /** Makes organisations and the people who work there, whose names are obviously made up. */
  const staff = (code: string, prefix: string, list: typeof LOCAL): readonly Named[] => {
    const made = named(list.map(([name]) => prefix + name));
    const known = everybody.size * PEOPLE_OF_EACH;
    const workers = Array.from({ length: PEOPLE_OF_EACH }, (_, index) => {
      const at = index % list.length;
      return {
        id: seeded.id<string>(),
        name: `担当者 ${known + index + 1}`,
        organization: made[at]?.id ?? '',
        role: list[at]?.[1] ?? 'other',
      } as const;
    });
    log.edit('機関と人をつくる', (draft) => {
      for (const [index, { id, name }] of made.entries()) {
        const role = list[index]?.[1] ?? 'other';
        draft.create(OFFICE, organizations, { name, role, remarks: '', source: '' }, id);
      }
      for (const { id, name, role, organization } of workers) {
        draft.create(OFFICE, people, { name, role }, id);
        const post = {
          person: asId(id),
          organization: asId(organization),
          organizationName: made.find((each) => each.id === organization)?.name ?? '',
          post: seeded.pick(POSTS),
          from: '2017-04',
        };
        draft.create(OFFICE, posts, post, seeded.id());
      }
    });
    everybody.set(code, workers);
    return made;
  };

  const supporters = staff('', '', SUPPORTERS);
  for (const municipality of covered) {
    log.begin(BEGINNING);
    const { code, name, kana, prefecture } = municipality;
    staff(code, name, LOCAL);
    log.edit(`市町村の情報を編集（${name}）`, (draft) => {
      const values = { name, kana, prefecture, district: '', remarks: '', source: '' };
      draft.create(OFFICE, municipalities, values, code);
      for (const [label, unit, low, high] of FIGURES) {
        const value = `${seeded.int(low, high).toLocaleString('en-US')}${unit}`;
        const figure = {
          municipality: asId(code),
          label,
          value,
          asOf: '2025-10-01',
          source: '規模の見本',
        };
        draft.create(OFFICE, figures, figure, seeded.id());
      }
    });
  }
  return { office: { themes: allThemes, supporters, people: everybody }, bytes: log.bytes() };
};

/** Some members of a list, each once, in its order. */
export const some = <T>(seeded: Seeded, from: readonly T[], count: number): readonly T[] => {
  const start = seeded.int(0, Math.max(0, from.length - 1));
  return [...from.slice(start), ...from.slice(0, start)].slice(0, count);
};
