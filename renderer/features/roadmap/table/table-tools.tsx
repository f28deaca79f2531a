import { ClipboardPaste, Plus } from 'lucide-react';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { Button } from '#ui/button.tsx';
import styles from './table.module.css';

type TableToolsProps = {
  readonly roadmap: Pick<Roadmap, 'bars' | 'milestones'>;
  readonly isReadOnly: boolean;
  readonly onAddRow: () => void;
  readonly onPaste: () => void;
};

/** The line above the table: what adds to it, and how much stands in it. */
export const TableTools = ({ roadmap, isReadOnly, onAddRow, onPaste }: TableToolsProps) => (
  <div className={styles.tools}>
    {!isReadOnly && (
      <>
        <Button icon={<Plus aria-hidden="true" />} onPress={onAddRow} size="small">
          行を追加
        </Button>
        <Button icon={<ClipboardPaste aria-hidden="true" />} onPress={onPaste} size="small">
          表を取り込む
        </Button>
      </>
    )}
    <span className={styles.count}>
      帯 {roadmap.bars.length.toLocaleString('ja-JP')}本・節目{' '}
      {roadmap.milestones.length.toLocaleString('ja-JP')}件
    </span>
  </div>
);
