import { memo } from 'react';
import { Kbd } from '#ui/kbd.tsx';
import styles from './roadmap-page.module.css';

type KeysProps = {
  /** A version is only looked at. */
  readonly isReadOnly: boolean;
};

/** The keys of the chart, under it; the cursor on the chart is described by them. */
export const Keys = memo(({ isReadOnly }: KeysProps) => (
  <p className={styles.keys} id="roadmap-keys">
    <span>
      <Kbd>矢印</Kbd> 移る
    </span>
    <span>
      <Kbd>Enter</Kbd> {isReadOnly ? '開く' : '開く・空きに帯を置く'}
    </span>
    {!isReadOnly && (
      <>
        <span>
          <Kbd>Alt</Kbd> <Kbd>矢印</Kbd> 動かす
        </span>
        <span>
          <Kbd>Shift</Kbd> <Kbd>Alt</Kbd> <Kbd>矢印</Kbd> 長さを変える
        </span>
        <span>
          <Kbd>Ctrl</Kbd> <Kbd>D</Kbd> 複製
        </span>
        <span>
          <Kbd>F1</Kbd> ほかのキー
        </span>
      </>
    )}
  </p>
));
