import { describe, expect, it } from 'vitest';
import type { Audience } from '#shared/domain/record/audience.ts';
import {
  type Collection,
  defineCollection,
  isInternal,
  reachOf,
} from '#shared/domain/record/collection.ts';
import {
  choice,
  count,
  line,
  longText,
  memberRecords,
  members,
  note,
  reference,
} from '#shared/domain/record/field.ts';
import { forAudience, leftOutKinds, leftOutWords } from '#shared/domain/record/outgoing.ts';

/* What goes out knows the declarations alone: here they are made up. */

const kind = choice('種類', ['open', 'inner', 'near'], 'open', { open: '会議' } as never, {
  reaches: { inner: 'office', near: 'municipalities' },
});
const second = choice(
  '扱い',
  ['free', 'own'],
  'free',
  { free: '自由', own: '部外秘' },
  {
    reaches: { own: 'office' },
  },
);
const meetings = defineCollection({
  name: 'meetings',
  home: 'case',
  what: '会合',
  fields: { kind, second, place: line('場所') },
});
const findings = defineCollection({
  name: 'findings',
  home: 'case',
  what: '課題',
  within: 'meeting',
  fields: {
    meeting: reference('会合', 'meetings'),
    seen: reference('見た会合', 'meetings', { named: 'seenName' }),
    seenName: line('見た会合の名前'),
    bare: reference('別の会合', 'meetings'),
    about: memberRecords('会合', 'meetings'),
    inner: line('備考（内部用）', { reach: 'office' }),
    near: line('市町村へ', { reach: 'municipalities' }),
    heads: count('人数', { reach: 'office' }),
    tags: members('印', undefined, { reach: 'office' }),
    story: longText('経緯', { reach: 'office' }),
    note: note('本文', { reach: 'office' }),
    speaker: line('話す人', { personIn: 'person' }),
    same: line('同じ語'),
  },
});
const milestones = defineCollection({
  name: 'milestones',
  home: 'case',
  what: '予定',
  fields: { meeting: reference('会合', 'meetings', { standsFor: true }) },
});
const COLLECTIONS = { meetings, findings, milestones } as const;

type Row = { readonly id: string; readonly deletedAt: string } & Readonly<Record<string, unknown>>;
const row = (id: string, values: Readonly<Record<string, unknown>> = {}): Row => ({
  id,
  deletedAt: '',
  ...values,
});
const set = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id, order: id }));

const out = (
  rows: { readonly [K in keyof typeof COLLECTIONS]?: readonly Row[] },
  audience: Audience,
  isPrivate = false,
) =>
  forAudience(
    COLLECTIONS as Readonly<Record<keyof typeof COLLECTIONS, Collection>>,
    { meetings: [], findings: [], milestones: [], ...rows },
    audience,
    () => isPrivate,
  );

describe('a record', () => {
  it.each([
    // [its words, how far it goes, what it is called]
    [{ kind: 'open' }, null, undefined],
    [{}, null, undefined],
    [{ kind: 'inner' }, 'office', 'inner'],
    [{ kind: 'near', second: 'own' }, 'office', '部外秘'],
    [{ kind: 'near', second: 'free' }, 'municipalities', 'near'],
  ])('with %j reaches %s', (values, audience, what) => {
    const reach = reachOf(meetings, values);
    expect([reach?.audience ?? null, reach?.what]).toEqual([audience, what]);
    expect(isInternal(meetings, values)).toBe(audience === 'office');
  });

  it.each([
    ['office', ['free', 'near', 'inner'], []],
    ['municipalities', ['free', 'near'], ['inner inner']],
    ['public', ['free'], ['near near', 'inner inner']],
  ] as const)('for %s', (audience, shown, told) => {
    const rows = {
      meetings: [
        row('free', { kind: 'open' }),
        row('near', { kind: 'near' }),
        row('inner', { kind: 'inner' }),
      ],
    };
    const { rows: seen, leftOut } = out(rows, audience);
    expect(seen.meetings.map(({ id }) => id)).toEqual(shown);
    expect(leftOut.map(({ id, what, field }) => [id, what].join(' ') + (field ?? ''))).toEqual(
      told,
    );
  });

  it('stays behind with what it stands in, and what stands for it', () => {
    const { rows, leftOut } = out(
      {
        meetings: [row('inner', { kind: 'inner' }), row('free')],
        findings: [
          row('in', { meeting: 'inner' }),
          row('beside', { meeting: 'free' }),
          row('undefined'),
        ],
        milestones: [row('for', { meeting: 'inner' }), row('other', { meeting: 'free' })],
      },
      'public',
    );
    expect(rows.findings.map(({ id }) => id)).toEqual(['beside', 'undefined']);
    expect(rows.milestones.map(({ id }) => id)).toEqual(['other']);
    expect(leftOut.map(({ id, what }) => `${id} ${what}`)).toEqual([
      'inner inner',
      'in 課題',
      'for 予定',
    ]);
  });

  it('of the bin stays behind without being told', () => {
    const binned = { ...row('inner', { kind: 'inner' }), deletedAt: '2023-01-01T00:00:00Z' };
    expect(out({ meetings: [binned] }, 'public')).toEqual({
      rows: { meetings: [], findings: [], milestones: [] },
      leftOut: [],
    });
  });
});

describe('what of a record stays behind', () => {
  const inner = row('inner', { kind: 'inner' });
  it.each([
    // [what it says, for whom, what is left of that, what is told]
    ['nothing', { place: 'x', same: 'y' }, 'public', {}, []],
    ['an inner line', { inner: 'x' }, 'municipalities', { inner: '' }, ['備考（内部用）']],
    ['one for the near, not from these', { near: 'x' }, 'municipalities', {}, []],
    ['but from the public', { near: 'x' }, 'public', { near: '' }, ['市町村へ']],
    ['heads, even none', { heads: 0 }, 'public', { heads: null }, ['人数']],
    ['heads that nobody said', { heads: null }, 'public', {}, []],
    ['a set', { tags: set('a') }, 'public', { tags: [] }, ['印']],
    ['an empty set', { tags: [] }, 'public', {}, []],
    ['a long text', { story: 'x' }, 'public', { story: '' }, ['経緯']],
    ['a note', { note: 'x' }, 'public', { note: '' }, ['本文']],
    ['a name, from the public', { speaker: 'x' }, 'public', { speaker: '' }, ['個人の名前']],
    ['not from municipalities', { speaker: 'x' }, 'municipalities', {}, []],
    [
      'a reference, with its name',
      { seen: 'inner', seenName: 'x' },
      'public',
      { seen: '', seenName: '' },
      [],
    ],
    ['one that keeps no name', { bare: 'inner' }, 'public', { bare: '' }, []],
    ['not one to what goes out', { seen: 'free', seenName: 'x' }, 'public', {}, []],
    ['nor a line that says the same as its id', { same: 'inner' }, 'public', {}, []],
    [
      'a member',
      { about: set('inner', 'free') },
      'public',
      { about: set('inner', 'free').slice(1) },
      [],
    ],
    ['no other member', { about: set('free') }, 'public', {}, []],
  ] as const)('%s', (_, values, audience, changed, told) => {
    const own = row('f', values);
    const { rows, leftOut } = out({ meetings: [inner], findings: [own] }, audience, true);
    expect(rows.findings).toEqual([{ ...own, ...changed }]);
    // What nothing was taken from is the row itself, and its sets those that it has.
    if (Object.keys(changed).length === 0) expect(rows.findings[0]).toBe(own);
    expect(leftOut.filter(({ id }) => id === 'f').map(({ what }) => what)).toEqual(told);
  });

  it('names those who are there for a body, in public too', () => {
    const own = row('f', { speaker: 'x' });
    expect(out({ findings: [own] }, 'public').rows.findings).toEqual([own]);
  });

  it('is nothing for the office, whose rows are the same', () => {
    const rows = { meetings: [inner], findings: [], milestones: [] };
    expect(out(rows, 'office').rows.meetings).toBe(rows.meetings);
  });
});

describe('what was left out, in words', () => {
  const one = (what: string) => ({ collection: 'findings', id: what, field: null, what }) as const;
  it.each([
    [[], '', ''],
    [['心掛け'], '内部の項目 1件を省きました', '心掛け 1件'],
    [
      ['心掛け', '個人の名前', '心掛け'],
      '内部の項目 3件を省きました',
      '心掛け 2件、個人の名前 1件',
    ],
    [Array.from({ length: 1000 }, () => '備考'), '内部の項目 1,000件を省きました', '備考 1,000件'],
  ])('%#', (kinds, words, byKind) => {
    const outgoing = { audience: 'public', leftOut: kinds.map(one) } as const;
    expect([leftOutWords(outgoing), leftOutKinds(outgoing)]).toEqual([words, byKind]);
  });
});
