import { memo } from 'react';
import { BAR_KIND_NAMES, BAR_KINDS } from '#shared/domain/roadmap/collections.ts';
import { BAR_LOOKS } from '#shared/domain/roadmap/paper/tokens.ts';
import { clip } from '#shared/text/limits.ts';
import { cx } from '#ui/class-names.ts';
import styles from './legend.module.css';

type LegendProps = {
  /** The version whose bars are drawn as ghosts, or null. */
  readonly comparedName: string | null;
  readonly hasLate: boolean;
};

/** What fills, borders and signs of the chart mean. */
export const Legend = memo(({ comparedName, hasLate }: LegendProps) => (
  <ul aria-label="凡例" className={styles.legend}>
    {BAR_KINDS.map((kind) => {
      const { fill, border, hatch, isDashed, isDouble } = BAR_LOOKS[kind];
      return (
        <li className={styles.item} key={kind}>
          <span
            aria-hidden="true"
            className={styles.bar}
            style={{
              background:
                hatch === null
                  ? fill
                  : `repeating-linear-gradient(-45deg, ${fill} 0 4px, ${hatch} 4px 7px)`,
              borderColor: border,
              borderStyle: isDashed ? 'dashed' : isDouble ? 'double' : 'solid',
              borderWidth: isDouble ? 3 : 1,
            }}
          />
          {BAR_KIND_NAMES[kind]}
        </li>
      );
    })}
    <li className={styles.item}>
      <span aria-hidden="true" className={styles.diamond} />
      節目（会合と連動）
    </li>
    <li className={styles.item}>
      <span aria-hidden="true" className={styles.actual} />
      実績
    </li>
    {hasLate && <li className={cx(styles.item, styles.late)}>！遅れ</li>}
    <li className={styles.item}>
      <span aria-hidden="true" className={styles.today} />
      今日
    </li>
    {comparedName !== null && (
      <li className={styles.item}>
        <span aria-hidden="true" className={styles.ghost} />
        くらべた版（{clip(comparedName, 30)}）の位置
      </li>
    )}
  </ul>
));
