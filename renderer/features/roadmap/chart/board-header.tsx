import { ChevronsLeftRight, ChevronsRightLeft } from 'lucide-react';
import { memo } from 'react';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { Scale, YearHeader } from '#shared/domain/roadmap/scale.ts';
import styles from './board.module.css';

/** A year over fewer px is written in two lines, which take the room of what stands below it. */
const TIGHT = 84;

/** Behind the year of the page's case; a narrow column shows it by its ground, and says it in its name. */
const MARK = '（この案件）';

type Props = {
  readonly scale: Scale;
  readonly columnWidth: number;
  /** The year of the page's case, where the roadmap runs on over those of several. */
  readonly markedYear: FiscalYear | null;
  /** Null where no year can be folded: at the zoom by years. */
  readonly onFold: ((year: FiscalYear, isFolded: boolean) => void) | null;
};

/** The fiscal years and the months or quarters below them. */
export const BoardHeader = memo(({ scale, columnWidth, markedYear, onFold }: Props) => (
  <div className={styles.times} style={{ width: scale.columns.length * columnWidth }}>
    <div className={styles.years}>
      {scale.years.map((year) => (
        <div
          className={styles.year}
          data-marked={year.year === markedYear || undefined}
          key={year.year}
          style={{ width: year.columns * columnWidth }}
        >
          <YearName
            columnWidth={columnWidth}
            isMarked={year.year === markedYear}
            onFold={onFold}
            year={year}
          />
        </div>
      ))}
    </div>
    <div className={styles.columns}>
      {scale.columns.map((column) => (
        <div className={styles.column} key={column.start} style={{ width: columnWidth }}>
          {column.isWholeYear && columnWidth < TIGHT ? '' : column.label}
        </div>
      ))}
    </div>
  </div>
));

const YearName = ({
  year,
  columnWidth,
  isMarked,
  onFold,
}: {
  readonly year: YearHeader;
  readonly columnWidth: number;
  readonly isMarked: boolean;
  readonly onFold: Props['onFold'];
}) => {
  const isTight = year.columns * columnWidth < TIGHT;
  // 令和8年度 over a narrow column: 令和 above 8年度.
  const [era, rest] = [year.label.slice(0, 2), year.label.slice(2)];
  const name = isTight ? (
    <>
      {era}
      <br />
      {rest}
    </>
  ) : (
    `${year.label}${isMarked ? MARK : ''}`
  );
  if (!onFold) {
    return (
      <span className={styles.yearName} data-tight={isTight || undefined}>
        {name}
      </span>
    );
  }
  const Icon = year.isFolded ? ChevronsLeftRight : ChevronsRightLeft;
  const label = `${year.label}${isMarked ? MARK : ''}`;
  const deed = year.isFolded ? `${label}を月ごとに開く` : `${label}を1列にたたむ`;
  return (
    <button
      aria-expanded={!year.isFolded}
      aria-label={deed}
      className={styles.yearName}
      data-tight={isTight || undefined}
      onClick={() => onFold(year.year, !year.isFolded)}
      title={deed}
      type="button"
    >
      <span>{name}</span>
      <Icon aria-hidden="true" />
    </button>
  );
};
