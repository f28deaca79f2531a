import { CircleAlert, CircleCheck, Copy, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportRow } from '#shared/domain/import/proposal.ts';
import type { Shape } from '#shared/domain/import/shape.ts';
import { clip } from '#shared/text/limits.ts';
import { Badge } from '#ui/badge.tsx';
import { cx } from '#ui/class-names.ts';
import {
  CHOICE_NAMES,
  type Choice,
  cellName,
  choicesOf,
  columnOfCell,
  dateText,
  meetingTitle,
  modesText,
  moreOf,
  type PreviewColumn,
  stateText,
} from '../model.ts';
import styles from './import-page.module.css';

type PreviewTableProps = {
  readonly rows: readonly ImportRow[];
  readonly shape: Shape;
  readonly choiceOf: (row: ImportRow) => Choice;
  readonly onChoose: (row: ImportRow, choice: Choice) => void;
};

/** Each row as it will be; doubtful cells carry a mark, and the last column says why. */
export const PreviewTable = ({ rows, shape, choiceOf, onChoose }: PreviewTableProps) => (
  <table aria-label="取り込む会合" className={styles.table}>
    <thead>
      <tr>
        <th scope="col">行</th>
        <th scope="col">取り込み</th>
        <th scope="col">会合</th>
        <th scope="col">日付</th>
        <th scope="col">形式・場所</th>
        <th scope="col">支援者</th>
        <th scope="col">そのほか</th>
        <th scope="col">確認</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <PreviewRow
          choice={choiceOf(row)}
          key={row.id}
          onChoose={onChoose}
          row={row}
          shape={shape}
        />
      ))}
    </tbody>
  </table>
);

type PreviewRowProps = {
  readonly row: ImportRow;
  readonly shape: Shape;
  readonly choice: Choice;
  readonly onChoose: PreviewTableProps['onChoose'];
};

const PreviewRow = ({ row, shape, choice, onChoose }: PreviewRowProps) => {
  const { meeting } = row;
  const { title, kind } = meetingTitle(meeting);
  const marked = new Set(
    [...row.doubts, ...row.problems].map(({ cell }) => columnOfCell(shape, cell)),
  );
  const isBad = row.verdict === 'bad';
  const cell = (column: PreviewColumn, content: ReactNode) => (
    <td className={cx(marked.has(column) && (isBad ? styles.bad : styles.doubtful))}>
      {marked.has(column) && (
        <TriangleAlert aria-label="要確認" className={styles.mark} role="img" />
      )}
      {content}
    </td>
  );
  return (
    <tr className={cx(choice === 'skip' && styles.skipped)} data-verdict={row.verdict}>
      <td className={styles.line}>{row.at.row + 1}</td>
      <td>
        <Choose choice={choice} name={title} onChoose={onChoose} row={row} />
      </td>
      {isBad ? (
        <td className={styles.raw} colSpan={5}>
          {clip(row.source.filter(Boolean).join(' ｜ '), 200)}
        </td>
      ) : (
        <>
          {cell(
            'title',
            <>
              <b>{clip(title, 80)}</b>
              <span className={styles.quiet}>{kind}</span>
            </>,
          )}
          {cell(
            'date',
            <>
              {dateText(meeting)}
              <span className={styles.quiet}>{stateText(meeting)}</span>
            </>,
          )}
          {cell('modes', clip(modesText(meeting), 60))}
          {cell('supporters', clip(meeting.supporters.map(({ name }) => name).join('、'), 300))}
          {cell(
            'more',
            moreOf(meeting).map(([word, text]) => (
              <span className={styles.more} key={word}>
                <span className={styles.word}>{word}</span> {clip(text.replaceAll('\n', ' '), 60)}
              </span>
            )),
          )}
        </>
      )}
      <td>
        <Verdict row={row} />
      </td>
    </tr>
  );
};

type ChooseProps = {
  readonly row: ImportRow;
  readonly choice: Choice;
  readonly name: string;
  readonly onChoose: PreviewTableProps['onChoose'];
};

/** The browser's own list: hundreds of them are drawn at once. */
const Choose = ({ row, choice, name, onChoose }: ChooseProps) => {
  const choices = choicesOf(row);
  if (choices.length === 0) return <span className={styles.quiet}>取り込めません</span>;
  return (
    <select
      aria-label={`${row.at.row + 1}行目「${clip(name, 30)}」の取り込み`}
      className={styles.choose}
      onChange={(event) => {
        const chosen = choices.find((each) => each === event.target.value);
        if (chosen !== undefined) onChoose(row, chosen);
      }}
      value={choice}
    >
      {choices.map((each) => (
        <option key={each} value={each}>
          {each === 'add' && row.double !== null ? '別の会合として取り込む' : CHOICE_NAMES[each]}
        </option>
      ))}
    </select>
  );
};

const Verdict = ({ row }: { readonly row: ImportRow }) => (
  <div className={styles.verdict}>
    {row.double !== null && (
      <>
        <Badge icon={<Copy aria-hidden="true" size={13} />} tone="info">
          重複
        </Badge>
        <span>「{row.double.name}」がすでにあります。</span>
      </>
    )}
    {row.verdict === 'ok' && row.double === null && (
      <Badge icon={<CircleCheck aria-hidden="true" size={13} />} tone="success">
        よい
      </Badge>
    )}
    {row.verdict === 'doubtful' && (
      <Badge icon={<TriangleAlert aria-hidden="true" size={13} />} tone="warning">
        要確認
      </Badge>
    )}
    {row.verdict === 'bad' && (
      <Badge icon={<CircleAlert aria-hidden="true" size={13} />} tone="danger">
        取り込めない
      </Badge>
    )}
    {[...row.problems, ...row.doubts].map(({ cell, reason }) => (
      <span key={`${cell.row} ${cell.column} ${reason}`}>
        <span className={styles.cellName}>{cellName(cell)}</span>
        {reason}
      </span>
    ))}
  </div>
);
