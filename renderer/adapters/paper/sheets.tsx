import type { CSSProperties, Ref } from 'react';
import { AUDIENCE_NAMES } from '#shared/domain/record/audience.ts';
import { leftOutWords } from '#shared/domain/record/outgoing.ts';
import { sliceRows, type Table, type TableRow } from '#shared/domain/tables/table.ts';
import { Stamp } from '../audience/stamp.tsx';
import type { PageRange } from './paginate.ts';
import styles from './paper.module.css';
import { keyed, type Sheet } from './sheet.ts';
import { MeasuringTable, TableView } from './table-view.tsx';
import type { Pages } from './use-pages.ts';

type Block = { readonly text: string; readonly isSource: boolean };

/** Sources that take no more letters than this stand in one paragraph. */
const SHORT = 300;

/** What stands below the table: its notes, what it leaves out for its audience, then where it was taken from. */
const blocksOf = ({ notes, sources, outgoing }: Table): readonly Block[] => {
  const left = leftOutWords(outgoing);
  const joined = sources.join('／');
  const lines = joined.length <= SHORT ? [joined] : sources;
  return [
    ...notes.map((text) => ({ text, isSource: false })),
    ...(left === '' ? [] : [{ text: `${left}。`, isSource: false }]),
    ...lines
      .filter((text) => text !== '')
      .map((text, index) => ({
        text: `${index === 0 ? '出典：' : '　　　'}${text}`,
        isSource: true,
      })),
  ];
};

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  keyed(blocks).map(({ item: { text, isSource }, key }) => (
    <p className={`${styles.block} ${isSource ? styles.source : ''}`} data-block="" key={key}>
      {text}
    </p>
  ));

/** Above the table: what it is, and for whom. */
const Caption = ({ table: { caption, outgoing } }: { readonly table: Table }) => (
  <div className={styles.caption}>
    <p>{caption}</p>
    <Stamp audience={outgoing.audience} />
  </div>
);

/** The size of letters as a share of the usual one, and how high a picture may be: two thirds of a page. */
const sizesOf = (letters: number, { content }: Sheet): CSSProperties =>
  // React's type knows no custom properties.
  ({
    '--letters': letters,
    '--picture-height': `${(content.height * 2) / 3}px`,
  }) as CSSProperties;

/** Every page of a table, as it is printed. */
export const Sheets = ({ pages }: { readonly pages: Pages }) =>
  keyed(pages.ranges).map(({ item, key, index }) => (
    <SheetView key={key} number={index + 1} pages={pages} range={item} />
  ));

type SheetViewProps = {
  readonly pages: Pages;
  readonly range: PageRange;
  readonly number: number;
};

const SheetView = ({
  pages: { table, sheet, rows, ranges, letters },
  range,
  number,
}: SheetViewProps) => (
  <section
    aria-label={`${number}ページ`}
    className={`${styles.sheet} ${styles[`${sheet.size}-${sheet.orientation}`]}`}
    data-sheet=""
    style={sizesOf(letters, sheet)}
  >
    {number === 1 && <Caption table={table} />}
    {range.rows[1] > range.rows[0] && (
      <TableView
        label={number === 1 ? table.caption : `${table.caption}（つづき）`}
        rows={sliceRows(rows, ...range.rows)}
        table={table}
      />
    )}
    <Blocks blocks={blocksOf(table).slice(...range.blocks)} />
    <div className={styles.foot}>
      <span>
        {number === 1 ? '' : `${AUDIENCE_NAMES[table.outgoing.audience]}　${table.caption}`}
      </span>
      <span>
        {number} / {ranges.length}
      </span>
    </div>
  </section>
);

type MeasuringSheetProps = {
  readonly hostRef: Ref<HTMLDivElement>;
  readonly table: Table;
  readonly rows: readonly TableRow[];
  readonly sheet: Sheet;
  readonly letters: number;
};

/** The table as one endless page, out of sight. */
export const MeasuringSheet = ({ hostRef, table, rows, sheet, letters }: MeasuringSheetProps) => (
  <div aria-hidden="true" className={styles.measuring} inert>
    <div
      className={styles.measure}
      ref={hostRef}
      style={{ width: `${sheet.content.width}px`, ...sizesOf(letters, sheet) }}
    >
      <Caption table={table} />
      <MeasuringTable rows={rows} table={table} />
      <Blocks blocks={blocksOf(table)} />
    </div>
  </div>
);
