import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { copyOrSay } from '#adapters/store/copy-or-say.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { LineFields, ReadingNotes, SheetSelect } from '#adapters/table-source/reading-parts.tsx';
import { SourceArea } from '#adapters/table-source/source-area.tsx';
import type { Copied, ReadBars } from '#adapters/table-source/table-source.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import {
  BAR_COLUMN_NAMES,
  type BarColumn,
  ROADMAP_COLUMN_NAMES,
  ROADMAP_COLUMNS,
} from '#shared/domain/roadmap/pasted/columns.ts';
import type { PastedRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import type { Problem } from '#shared/result.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { importRowsCommand } from '../commands.ts';
import styles from './paste.module.css';
import { newPlaces, type PreviewRow, previewOf, refusedText, takenWords } from './paste-model.ts';
import { type Given, nameOfGiven, type PastedReading, usePastedRows } from './use-pasted-rows.ts';

type PasteDialogProps = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  readonly fiscalYear: FiscalYear | null;
  /** What was pasted already; null asks for it. */
  readonly copied: Copied | null;
  readonly onClose: () => void;
};

/** Rows of a table, pasted or of a file: looked at, taken in with one undo. Mount it to open it. */
export const PasteDialog = ({ caseId, roadmap, fiscalYear, copied, onClose }: PasteDialogProps) => {
  const workspace = useWorkspace();
  const undoToast = useUndoToast();
  const [given, setGiven] = useState<Given | null>(copied);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setIsPending] = useState(false);
  const reading = usePastedRows(given, fiscalYear);
  const { read } = reading;
  const wrong = problem ?? reading.problem;
  const count = read?.rows.length ?? 0;
  const isReading = given !== null && read === null && wrong === null;

  const take = async (): Promise<void> => {
    if (read === null) return;
    setIsPending(true);
    const done = await workspace.run(importRowsCommand(caseId, read.rows));
    setIsPending(false);
    if (!done.ok) {
      setProblem(done.error);
      return;
    }
    undoToast(takenWords(done.value, read.refused.length));
    onClose();
  };

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          {read !== null && (
            <>
              <Button
                onPress={() => {
                  setGiven(null);
                  setProblem(null);
                }}
              >
                別の表にする
              </Button>
              <Button
                autoFocus
                isDisabled={count === 0}
                isPending={isPending}
                onPress={() => void take()}
                variant="primary"
              >
                {`${count.toLocaleString('ja-JP')}本の帯を取り込む`}
              </Button>
            </>
          )}
        </>
      }
      isOpen
      onClose={onClose}
      size="large"
      title="表を取り込む"
    >
      {wrong !== null && <Notice {...wrong} tone="danger" />}
      {isReading && <ProgressBar label={`${nameOfGiven(given)}を読み取っています`} />}
      {read === null ? (
        !isReading && <BarsSource onGive={setGiven} />
      ) : (
        <>
          <p className={styles.quiet}>{given !== null && nameOfGiven(given)}</p>
          <Reading read={read} reading={reading} />
          <Preview read={read} roadmap={roadmap} />
        </>
      )}
    </Dialog>
  );
};

/** Where a table of bars comes in, and in which order it is read where it has no headings. */
const BarsSource = ({ onGive }: { readonly onGive: (given: Given) => void }) => (
  <SourceArea
    hasFocus
    onFile={onGive}
    onPaste={onGive}
    paste={{
      title: 'ExcelやWordの表を貼り付ける',
      hint: '表の範囲をコピーし、下の枠で Ctrl+V を押します。',
    }}
  >
    <p>
      {[
        '1行が1本の帯です。列は、見出しがあればその名前で、なければ左から順に読み取ります。',
        '4月、5月…や年度が列になった表は、印（○、→など）や言葉の続く欄を1本の帯にします。',
        '分野・取組みは、空か「〃」なら上の行と同じです。月は「R5.2」「令和5年2月中旬」「2023/2」のどれでも読み取ります。',
      ].join('')}
    </p>
    <ol aria-label="列の順" className={styles.columns}>
      {ROADMAP_COLUMNS.map((column, index) => (
        <li className={index < 5 ? styles.needed : undefined} key={column}>
          {ROADMAP_COLUMN_NAMES[column]}
        </li>
      ))}
    </ol>
  </SourceArea>
);

const COLUMNS = (Object.keys(BAR_COLUMN_NAMES) as (BarColumn | 'ignore')[]).map((id) => ({
  id,
  label: BAR_COLUMN_NAMES[id],
}));

/** Which table is read, what was left out of it, and what its columns are. */
const Reading = ({
  read,
  reading,
}: {
  readonly read: ReadBars;
  readonly reading: PastedReading;
}) => (
  <>
    <ReadingNotes notes={read.notes} />
    <SheetSelect index={read.sheet} onPick={reading.pickSheet} sheets={reading.sheets} />
    {/* What headings say needs no look; a guess does. */}
    <details className={styles.fields} open={read.isGuess || reading.isChosen}>
      <summary>列の対応</summary>
      <LineFields
        label="列の対応"
        lines={read.lines}
        onMap={reading.map}
        options={COLUMNS}
        unit="列目"
      />
    </details>
  </>
);

type PreviewProps = {
  readonly read: PastedRows;
  readonly roadmap: Roadmap;
};

/** So many rows are drawn; the others are taken in all the same. */
const DRAWN = 300;

const Preview = ({ read, roadmap }: PreviewProps) => {
  const { rows, good, refused } = useMemo(() => previewOf(read), [read]);
  const places = useMemo(() => newPlaces(roadmap, rows), [roadmap, rows]);
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <p role="status">
        <b>{`${good.toLocaleString('ja-JP')}本の帯を取り込めます。`}</b>
        {refused > 0 && (
          <span className={styles.refused}>
            {`${refused.toLocaleString('ja-JP')}行は読み取れないので、取り込みません。`}
          </span>
        )}
        {places.length > 0 && (
          <span className={styles.quiet}>{`新しくできるもの：${places.join('、')}`}</span>
        )}
      </p>
      {refused > 0 && (
        <div>
          <Button onPress={() => void copyOrSay(refusedText(rows)).then(setIsCopied)} size="small">
            {isCopied ? 'コピーしました' : '読み取れない行をコピー'}
          </Button>
        </div>
      )}
      <table aria-label="取り込む帯" className={styles.table}>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">分野・取組み</th>
            <th scope="col">名前</th>
            <th scope="col">期間</th>
            <th scope="col">そのほか</th>
            <th scope="col">読み取り</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, DRAWN).map((row) => (
            // Of a table of months one row may hold several bars.
            <PreviewLine key={`${row.row} ${row.kind === 'good' ? row.period : ''}`} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > DRAWN && (
        <p className={styles.quiet}>{`ほか${(rows.length - DRAWN).toLocaleString('ja-JP')}行`}</p>
      )}
    </>
  );
};

const PreviewLine = ({ row }: { readonly row: PreviewRow }) => (
  <tr className={row.kind === 'refused' ? styles.bad : undefined}>
    <td>{row.row + 1}</td>
    {row.kind === 'refused' ? (
      <td className={styles.raw} colSpan={4}>
        {row.cells}
      </td>
    ) : (
      <>
        <td>{row.place}</td>
        <th className={styles.name} scope="row">
          {row.label}
        </th>
        <td className={styles.period}>{row.period}</td>
        <td className={styles.more}>{row.more}</td>
      </>
    )}
    <td>
      {row.remarks.length === 0 && '問題なし'}
      {row.remarks.map((remark) => (
        <span className={row.kind === 'refused' ? styles.refused : styles.doubt} key={remark}>
          {row.kind === 'refused' ? (
            <CircleAlert aria-label="取り込めません" role="img" />
          ) : (
            <TriangleAlert aria-label="確認" role="img" />
          )}
          {remark}
        </span>
      ))}
    </td>
  </tr>
);
