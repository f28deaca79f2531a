import type { Query } from '#data/records/query.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import { isFiscalYear } from '#shared/dates/types.ts';
import { municipalities, themes } from '#shared/domain/office/office.ts';

/** What a search can be narrowed to. */
export type FilterChoices = {
  /** As they are typed: 令和4年度. */
  readonly years: readonly string[];
  readonly municipalities: readonly string[];
  readonly themes: readonly string[];
};

export const filterChoices: Query<FilterChoices> = async (reader) => {
  const [years, places, themeRows] = await Promise.all([
    reader.caseYears(),
    reader.all(municipalities),
    reader.all(themes),
  ]);
  return {
    years: [...years.keys()].flatMap((year) =>
      year !== null && isFiscalYear(year) ? [formatFiscalYear(year)] : [],
    ),
    municipalities: places.map(({ name }) => name),
    themes: themeRows.map(({ name }) => name),
  };
};
