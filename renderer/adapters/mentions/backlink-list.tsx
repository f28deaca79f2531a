import { useState } from 'react';
import { formatPartialDate } from '#shared/dates/format.ts';
import { isPartialDate } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { LinkButton } from '#ui/link-button.tsx';
import styles from './mentions.module.css';
import type { Backlink } from './queries.ts';

type BacklinkListProps = {
  readonly links: readonly Backlink[];
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

/** More are shown when somebody asks for them. */
const FIRST = 10;

/** Meetings whose notes mention something, each a way to it. */
export const BacklinkList = ({ links, onOpenMeeting }: BacklinkListProps) => {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? links : links.slice(0, FIRST);
  const more = links.length - shown.length;
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ key, caseId, meetingId, date, words }) => (
          <li className={styles.line} key={key}>
            <span className={styles.date}>{dateWords(date)}</span>
            <LinkButton onPress={() => onOpenMeeting(caseId, meetingId)} weight="text">
              {words}
            </LinkButton>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <LinkButton onPress={() => setIsWhole(true)}>
          ほかの{more.toLocaleString('ja-JP')}件も表示
        </LinkButton>
      )}
    </>
  );
};

const dateWords = (date: string): string =>
  isPartialDate(date) ? formatPartialDate(date, 'dotted') : '';
