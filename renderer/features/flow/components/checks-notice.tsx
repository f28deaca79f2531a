import { useState } from 'react';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { FlowCheck } from '../check-model.ts';
import styles from './flow-page.module.css';

type ChecksNoticeProps = {
  readonly checks: readonly FlowCheck[];
  readonly onSelect: (meetingId: string) => void;
};

/** So many are in sight at first: the ladder is what the screen is for. */
const FIRST = 3;

/** 確認してください: what only a person can put right, each with a way to its meeting. */
export const ChecksNotice = ({ checks, onSelect }: ChecksNoticeProps) => {
  const [isWhole, setIsWhole] = useState(false);
  if (checks.length === 0) return null;
  const shown = isWhole ? checks : checks.slice(0, FIRST);
  return (
    <Notice happened={`確認してください（${checks.length}件）`} tone="warning">
      <ul className={styles.checks}>
        {shown.map(({ code, message, records, meetings }) => (
          <li key={`${code} ${records.join(' ')} ${message}`}>
            {message}
            {meetings.map(({ id, title }) => (
              <LinkButton
                aria-label={`${title}を見る`}
                className={styles.link}
                key={id}
                onPress={() => onSelect(id)}
              >
                {meetings.length === 1 ? '見る' : title}
              </LinkButton>
            ))}
          </li>
        ))}
      </ul>
      {checks.length > FIRST && (
        <LinkButton onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? '少なく表示' : `ほか${checks.length - FIRST}件を表示`}
        </LinkButton>
      )}
    </Notice>
  );
};
