import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import { fieldKey, memberKey, textName } from '#data/documents/keys.ts';
import type { Decision } from '#data/operations/record/decide-conflict.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import {
  CASE,
  createClock,
  createFarDesk,
  decide,
  exchangeAll,
  type FarDesk,
  filesOf,
} from '../support/far-desks.ts';

type Step =
  | { readonly kind: 'set'; readonly desk: number; readonly key: number; readonly value: number }
  | { readonly kind: 'member'; readonly desk: number; readonly value: number }
  | { readonly kind: 'bin'; readonly desk: number; readonly value: number }
  | { readonly kind: 'text'; readonly desk: number; readonly at: number; readonly value: number }
  | { readonly kind: 'take'; readonly desk: number; readonly from: number; readonly part: number }
  | { readonly kind: 'checkpoint'; readonly desk: number };

const small = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), desk: small, key: fc.nat(2), value: fc.nat(3) }),
  fc.record({ kind: fc.constant('member' as const), desk: small, value: fc.nat(2) }),
  fc.record({ kind: fc.constant('bin' as const), desk: small, value: fc.nat(2) }),
  fc.record({ kind: fc.constant('text' as const), desk: small, at: fc.nat(30), value: fc.nat(7) }),
  fc.record({ kind: fc.constant('take' as const), desk: small, from: small, part: fc.nat(3) }),
  fc.record({ kind: fc.constant('checkpoint' as const), desk: small }),
);

const FIELDS = ['place', 'title', 'remarks'];
const AIM = textName('meetings', 'm1', 'aim');
const PIECES = ['市', '住民', '声。', '。', '聞く', '\n'];

const setField = (desk: FarDesk, field: string, value: string): void =>
  desk.edit((doc) => doc.getMap('meetings').set(fieldKey('m1', field), value));

const editText = (doc: Y.Doc, at: number, value: number): void => {
  const text = doc.getText(AIM);
  const place = Math.min(at, text.length);
  const piece = PIECES[value];
  if (piece !== undefined) text.insert(place, piece);
  else if (text.length > 0) text.delete(Math.min(place, text.length - 1), 1);
};

const play = (desks: readonly FarDesk[], steps: readonly Step[]): void => {
  for (const each of steps) {
    const desk = desks[each.desk % desks.length];
    if (desk === undefined) continue;
    if (each.kind === 'set') setField(desk, FIELDS[each.key] ?? '', `値${each.value}`);
    else if (each.kind === 'bin') setField(desk, 'deletedAt', each.value === 0 ? '2026' : '');
    else if (each.kind === 'text') desk.edit((doc) => editText(doc, each.at, each.value));
    else if (each.kind === 'checkpoint') desk.checkpoint();
    else if (each.kind === 'member') {
      const key = memberKey('m1', 'supporters', 's1');
      desk.edit((doc) => {
        const map = doc.getMap('meetings');
        if (each.value === 0) map.delete(key);
        else map.set(key, { name: `人${each.value}`, order: 'a0' });
      });
    } else {
      const from = desks[each.from % desks.length];
      if (from === undefined || from === desk) continue;
      const { length } = from.frames;
      desk.take(from, each.part === 0 ? length : Math.floor((length * each.part) / 3));
    }
  }
};

const newDesks = (count: number): readonly FarDesk[] => {
  const now = createClock();
  return ['佐藤', '森', '加藤', '林'].slice(0, count).map((name) => createFarDesk(name, now));
};

const playedDesks = (count: number, steps: readonly Step[]): readonly FarDesk[] => {
  const desks = newDesks(count);
  desks[0]?.edit((doc) => {
    doc.getMap('meetings').set('m1.deletedAt', '');
    doc.getText(AIM).insert(0, '住民の声を聞く。次の文に進む。');
  });
  for (const desk of desks.slice(1)) if (desks[0]) desk.take(desks[0]);
  play(desks, steps);
  exchangeAll(desks);
  return desks;
};

const story = fc.tuple(
  fc.integer({ min: 2, max: 4 }),
  fc.array(step, { maxLength: 40, size: 'max' }),
);

/** What a writer of a key had seen, worked out apart from the code under test: by what stood in his copy. */
type Note = { readonly key: string; readonly value: string; readonly seen: ReadonlySet<number> };

const shownText = (desk: FarDesk): string => desk.doc.getText(AIM).toString();

describe('what is told of edits made apart', () => {
  test('is alike, whatever the order of the files, and every desk shows the same', () => {
    fc.assert(
      fc.property(story, fc.nat(), ([count, steps], seed) => {
        const desks = playedDesks(count, steps);
        const files = filesOf(desks);
        const mixed = files.map((_, index) => files[(index + seed) % files.length] ?? files[0]);
        const told = findConflicts(CASE, files);
        expect(findConflicts(CASE, mixed.flatMap((file) => file ?? []).toReversed())).toEqual(told);
        const states = desks.map((desk) => JSON.stringify(desk.doc.getMap('meetings').toJSON()));
        const sorted = states.map((state) => Object.entries(JSON.parse(state)).sort().join());
        expect(new Set(sorted).size).toBe(1);
        for (const conflict of told) {
          if (conflict.kind === 'field' && FIELDS.includes(conflict.field)) {
            const shown = desks[0]?.doc
              .getMap('meetings')
              .get(conflict.id.slice('meetings.'.length));
            expect(conflict.sides.filter(({ isShown }) => isShown)).toMatchObject([
              { value: { value: shown } },
            ]);
          }
          if (conflict.kind === 'passage' && desks[0]) {
            expect(shownText(desks[0]).startsWith(conflict.merged, conflict.at)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('holds every value that was written apart from a different one, and no other', () => {
    const write = fc.record({ desk: fc.nat(3), field: fc.nat(2), value: fc.nat(3) });
    const take = fc.record({ desk: fc.nat(3), from: fc.nat(3) });
    const steps = fc.array(fc.oneof(write, take), { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), steps, (count, all) => {
        const desks = newDesks(count);
        const notes: Note[] = [];
        const known = desks.map(() => new Set<number>());
        for (const each of all) {
          const index = each.desk % count;
          const [desk, seen] = [desks[index], known[index]];
          if (desk === undefined || seen === undefined) continue;
          if ('from' in each) {
            const from = desks[each.from % count];
            if (from === undefined || from === desk) continue;
            // A file shows what its owner knew when he last wrote, not what he took in since.
            const last = notes.findLastIndex((_, note) => writerOf(notes, note) === from.name);
            for (const other of notes[last]?.seen ?? []) seen.add(other);
            desk.take(from);
          } else {
            const key = FIELDS[each.field] ?? '';
            seen.add(notes.length);
            owners.set(notes, [...(owners.get(notes) ?? []), desk.name]);
            notes.push({ key, value: `値${each.value}`, seen: new Set(seen) });
            setField(desk, key, `値${each.value}`);
          }
        }
        exchangeAll(desks);
        const expected = FIELDS.flatMap((key) => {
          const own = notes.flatMap((note, index) => (note.key === key ? [{ note, index }] : []));
          const open = own.filter(
            ({ index }) =>
              !own.some((other) => other.index !== index && other.note.seen.has(index)),
          );
          const values = [...new Set(open.map(({ note }) => note.value))].sort();
          return values.length > 1 ? [[`meetings.m1.${key}`, ...values]] : [];
        });
        const told = findConflicts(CASE, filesOf(desks)).map((conflict) => [
          conflict.id,
          ...conflict.sides.map((side) => ('value' in side ? wordOf(side.value) : '')).sort(),
        ]);
        expect(told.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  test('is nothing while desks edit one after the other, each having taken in the last', () => {
    fc.assert(
      fc.property(story, ([count, steps]) => {
        const desks = newDesks(count);
        for (const each of steps) {
          const desk = desks[each.desk % count];
          for (const other of desks) if (desk && other !== desk) desk.take(other);
          if (each.kind !== 'take') play(desks, [each]);
        }
        exchangeAll(desks);
        expect(findConflicts(CASE, filesOf(desks))).toEqual([]);
        // With a file missing, what its owner wrote over tells what he had seen of a key.
        for (const gone of desks) {
          const left = filesOf(desks.filter((desk) => desk !== gone));
          const ofKeys = findConflicts(CASE, left).filter(({ field }) => FIELDS.includes(field));
          expect(ofKeys).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is nothing while two desks keep to halves of one text', () => {
    const edit = fc.record({ desk: fc.nat(1), at: fc.nat(40), value: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30, size: 'max' }), (edits) => {
        const desks = newDesks(2);
        const [first, second] = desks;
        first?.edit((doc) => doc.getText(AIM).insert(0, '前の文。その次。|後の文。その次。'));
        if (first) second?.take(first);
        for (const { desk, at, value } of edits) {
          desks[desk]?.edit((doc) => {
            const text = doc.getText(AIM);
            const middle = text.toString().indexOf('|') - 1;
            // The sentence in the middle is nobody's.
            const [from, to] = desk === 0 ? [0, middle - 5] : [middle + 6, text.length];
            if (to <= from) return;
            const place = from + (at % (to - from));
            const piece = PIECES[value];
            if (piece === undefined) text.delete(place, 1);
            else text.insert(place, piece);
          });
        }
        exchangeAll(desks);
        expect(findConflicts(CASE, filesOf(desks))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('ends when it is decided, by whomever, at the same time and on stale copies', () => {
    const choices = fc.array(fc.tuple(small, fc.nat(3), fc.boolean()), {
      maxLength: 30,
      size: 'max',
    });
    fc.assert(
      fc.property(story, choices, ([count, steps], decisions) => {
        const desks = playedDesks(count, steps);
        // Each decides on the list as it was, some on what others had decided, at random.
        const stale = findConflicts(CASE, filesOf(desks));
        for (const [who, choice, isFresh] of decisions) {
          const desk = desks[who % count];
          if (desk === undefined) continue;
          if (isFresh) for (const other of desks) if (other !== desk) desk.take(other);
          const conflict = stale[choice % Math.max(1, stale.length)];
          if (conflict !== undefined) decide(desk, conflict, decisionOf(conflict, choice));
        }
        // Then one desk after the other works off what is left.
        exchangeAll(desks);
        let open = findConflicts(CASE, filesOf(desks));
        for (let round = 0; open.length > 0; round += 1) {
          const desk = desks[round % count];
          const conflict = open[round % open.length];
          if (desk && conflict) decide(desk, conflict, decisionOf(conflict, round));
          exchangeAll(desks);
          const left = findConflicts(CASE, filesOf(desks));
          // Each decision ends what it decides, and opens nothing else.
          expect(left.length).toBeLessThan(open.length);
          open = left;
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** One of the sides, or that what stands is right. */
const decisionOf = ({ sides }: Conflict, choice: number): Decision => {
  const index = choice % (sides.length + 1);
  return index < sides.length ? { kind: 'side', index } : { kind: 'keep' };
};

const owners = new WeakMap<readonly Note[], readonly string[]>();

const writerOf = (notes: readonly Note[], index: number): string | undefined =>
  owners.get(notes)?.[index];

const wordOf = (value: { readonly kind: string; readonly value?: unknown } | string): string =>
  typeof value === 'string' ? value : String(value.value);
