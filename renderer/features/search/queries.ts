import type { Query } from '#data/records/query.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import { isFiscalYear } from '#shared/dates/types.ts';
import { municipalities, themes } from '#shared/domain/office/office.ts';
import { staff } from '#shared/domain/office/staff.ts';

/** What a search can be narrowed to. */
export type FilterChoices = {
  /** As they are typed: 令和4年度. */
  readonly years: readonly string[];
  readonly municipalities: readonly string[];
  readonly themes: readonly string[];
  /** The office's staff, then others who wrote. */
  readonly writers: readonly string[];
};

export const filterChoices: Query<FilterChoices> = async (reader) => {
  const [years, places, themeRows, staffRows, writers] = await Promise.all([
    reader.caseYears(),
    reader.all(municipalities),
    reader.all(themes),
    reader.all(staff),
    reader.writers(),
  ]);
  return {
    years: [...years.keys()].flatMap((year) =>
      year !== null && isFiscalYear(year) ? [formatFiscalYear(year)] : [],
    ),
    municipalities: places.map(({ name }) => name),
    themes: themeRows.map(({ name }) => name),
    writers: [...staffRows.map(({ name }) => name), ...writers],
  };
};
