import type { KnowHowRow } from '#shared/domain/office/know-how.ts';
import { type CaseId, NO_ID } from '#shared/domain/record/ids.ts';
import { LinkButton } from '#ui/link-button.tsx';
import styles from './know-how-page.module.css';

type KnowHowSourceProps = {
  readonly row: KnowHowRow;
  readonly onOpenCase: (caseId: CaseId) => void;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

/** Where a lesson was learnt, in the words of then. */
export const KnowHowSource = ({ row, onOpenCase, onOpenMeeting }: KnowHowSourceProps) => {
  const { sourceCase, sourceCaseName, sourceMeetings, sourceFindings } = row;
  if (sourceCase === NO_ID && sourceFindings.length === 0) {
    return (
      <p className={styles.quiet}>
        会合の記録や「課題と対応」の「ノウハウにする」からつくると、もとの会合がここに残ります。
      </p>
    );
  }
  return (
    <>
      <p className={styles.places}>
        <LinkButton onPress={() => onOpenCase(sourceCase)} weight="text">
          {sourceCaseName || '名前のない案件'}
        </LinkButton>
        {sourceMeetings.map(({ id, name }) => (
          <LinkButton key={id} onPress={() => onOpenMeeting(sourceCase, id)} weight="text">
            {name}
          </LinkButton>
        ))}
      </p>
      <ul className={styles.findings}>
        {sourceFindings.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
};
