import { useState } from 'react';
import { copy } from '#adapters/clipboard/clipboard.ts';
import type { Shape } from '#shared/domain/import/shape.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { Select } from '#ui/select.tsx';
import { showToast } from '#ui/toast-queue.ts';
import {
  badRowsText,
  CHOICE_NAMES,
  type Choice,
  FILTER_NAMES,
  type Filter,
  isIn,
} from '../model.ts';
import type { Importing } from '../use-import.ts';
import styles from './import-page.module.css';
import { PreviewTable } from './preview-table.tsx';

/** So many rows are drawn at once. */
const PAGE = 50;
const FILTERS: readonly Filter[] = ['all', 'doubtful', 'double', 'bad'];
const DOUBLE_CHOICES: readonly Choice[] = ['skip', 'fill'];

type PreviewProps = { readonly importing: Importing; readonly shape: Shape };

/** The rows as they will be, page by page, and what is to become of those that are there already. */
export const Preview = ({ importing, shape }: PreviewProps) => {
  const [filter, setFilter] = useState<Filter>('all');
  const [page, setPage] = useState(0);
  const { counts, rows } = importing;
  const shown = filter === 'all' ? rows : rows.filter((row) => isIn(row, filter));
  const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
  const at = Math.min(page, last);
  const [chosen] = new Set(rows.filter(({ double }) => double !== null).map(importing.choiceOf));
  const copyBad = async (): Promise<void> => {
    const isCopied = await copy(badRowsText(rows));
    showToast(
      isCopied
        ? '取り込めない行を理由と一緒にコピーしました。Excelに貼り付けて直せます。'
        : 'コピーできませんでした。',
      isCopied ? {} : { tone: 'danger' },
    );
  };
  return (
    <Card
      actions={
        counts.bad > 0 && (
          <Button onPress={() => void copyBad()} size="small">
            取り込めない{counts.bad}行をコピー
          </Button>
        )
      }
      title="取り込む会合"
    >
      <div className={styles.tools}>
        <SegmentedControl
          label="表示する行"
          onChange={(next) => {
            setFilter(next);
            setPage(0);
          }}
          options={FILTERS.map((id) => ({
            id,
            label: `${FILTER_NAMES[id]} ${counts[id].toLocaleString('ja-JP')}`,
            isDisabled: id !== 'all' && counts[id] === 0,
          }))}
          value={filter}
        />
        {counts.double > 0 && (
          <Select
            className={styles.doubles}
            label="重複する会合をまとめて"
            onChange={importing.chooseDoubles}
            options={DOUBLE_CHOICES.map((id) => ({ id, label: CHOICE_NAMES[id] }))}
            value={chosen ?? null}
          />
        )}
      </div>
      <div className={styles.scroll} data-preview-rows={rows.length}>
        <PreviewTable
          choiceOf={importing.choiceOf}
          onChoose={importing.choose}
          rows={shown.slice(at * PAGE, (at + 1) * PAGE)}
          shape={shape}
        />
      </div>
      {shown.length > PAGE && (
        <nav aria-label="ページ" className={styles.pages}>
          <Button isDisabled={at === 0} onPress={() => setPage(at - 1)} size="small">
            前の{PAGE}件
          </Button>
          <span>
            {(at * PAGE + 1).toLocaleString('ja-JP')}–
            {Math.min((at + 1) * PAGE, shown.length).toLocaleString('ja-JP')} /{' '}
            {shown.length.toLocaleString('ja-JP')}件
          </span>
          <Button isDisabled={at === last} onPress={() => setPage(at + 1)} size="small">
            次の{PAGE}件
          </Button>
        </nav>
      )}
    </Card>
  );
};
