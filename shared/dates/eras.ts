import { type Day, isDay, type Month } from './types.ts';

/** A year as an era counts it: 令和 4. */
export type EraYear = { readonly era: Era['name']; readonly year: number };

type Era = (typeof ERAS)[number];

/**
 * The eras in which people type dates, with the calendar year of each era's year 1 and its first day, as
 * `Intl` has them. Asking `Intl` itself costs the start its first formatter, which reads all locales.
 */
const ERAS = [
  { name: '明治', mark: '明', letter: 'M', firstYear: 1868, firstDay: '1868-09-08' },
  { name: '大正', mark: '大', letter: 'T', firstYear: 1912, firstDay: '1912-07-30' },
  { name: '昭和', mark: '昭', letter: 'S', firstYear: 1926, firstDay: '1926-12-25' },
  { name: '平成', mark: '平', letter: 'H', firstYear: 1989, firstDay: '1989-01-08' },
  { name: '令和', mark: '令', letter: 'R', firstYear: 2019, firstDay: '2019-05-01' },
] as const;

/** A pattern for an era as people type it, full name first: 令和, 令, R. */
export const ERA_PATTERN = ERAS.flatMap((era) => [era.name, era.mark, era.letter])
  .toSorted((a, b) => b.length - a.length)
  .join('|');

const eraNamed = (text: string): Era | undefined =>
  ERAS.find(({ name, mark, letter }) =>
    [name, mark, letter].some((written) => written === text.toUpperCase()),
  );

/**
 * The calendar year of an era's year. Years that the era did not live to see count on:
 * plans made before 2019 speak of 平成37年, which is 2025. Null for an unknown era or year 0.
 */
export const calendarYearOfEra = (era: string, year: number): number | null => {
  const found = eraNamed(era);
  return found === undefined || year < 1 ? null : found.firstYear + year - 1;
};

/** The letter for an era: R for 令和. */
export const eraLetter = (name: Era['name']): string => eraNamed(name)?.letter ?? name;

/** The era and year of a day; eras change by the day. A month counts as its first day. */
export const eraYearOf = (date: Day | Month): EraYear => {
  const wanted = isDay(date) ? date : `${date}-01`;
  const era = ERAS.findLast(({ firstDay }) => firstDay <= wanted);
  if (era === undefined) throw new RangeError(`no era for ${date}`);
  return { era: era.name, year: Number(wanted.slice(0, 4)) - era.firstYear + 1 };
};
