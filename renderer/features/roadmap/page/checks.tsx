import { memo, useState } from 'react';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { CheckLine, PanelTarget } from '../model.ts';
import styles from './roadmap-page.module.css';

type ChecksProps = {
  readonly lines: readonly CheckLine[];
  readonly onGoTo: (target: PanelTarget) => void;
};

/** So many are in sight at first: the chart is what the screen is for. */
const FIRST = 2;

/** 確認してください: what only a person can put right, each with a way to what it speaks of. */
export const Checks = memo(({ lines, onGoTo }: ChecksProps) => {
  const [isWhole, setIsWhole] = useState(false);
  if (lines.length === 0) return null;
  const shown = isWhole ? lines : lines.slice(0, FIRST);
  return (
    <Notice happened={`確認してください（${lines.length}件）`} tone="warning">
      <ul className={styles.checks}>
        {shown.map(({ code, message, ids, targets }) => (
          <li key={`${code} ${ids.join(' ')} ${message}`}>
            {message}
            {targets.map(({ target, name }) => (
              <LinkButton
                aria-label={`${name}を見る`}
                className={styles.goTo}
                key={target.id}
                onPress={() => onGoTo(target)}
              >
                {targets.length === 1 ? '見る' : name}
              </LinkButton>
            ))}
          </li>
        ))}
      </ul>
      {lines.length > FIRST && (
        <LinkButton onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? '少なく表示' : `ほか${lines.length - FIRST}件を表示`}
        </LinkButton>
      )}
    </Notice>
  );
});
