import type { Check } from '#shared/domain/check.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './flow-page.module.css';

type ChecksNoticeProps = {
  readonly checks: readonly (Check & { readonly meetings: readonly NamedMeeting[] })[];
  readonly onSelect: (meetingId: string) => void;
};

export type NamedMeeting = { readonly id: string; readonly title: string };

/** 確認してください: what only a person can put right, each with a way to its meeting. */
export const ChecksNotice = ({ checks, onSelect }: ChecksNoticeProps) =>
  checks.length === 0 ? null : (
    <Notice happened={`確認してください（${checks.length}件）`} tone="warning">
      <ul className={styles.checks}>
        {checks.map(({ code, message, records, meetings }) => (
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
    </Notice>
  );
