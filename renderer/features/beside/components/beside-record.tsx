import { useMemo } from 'react';
import type { CaseRow } from '#shared/domain/case/case.ts';
import { FINDING_KIND_NAMES, type FindingRow } from '#shared/domain/meeting/meeting.ts';
import { FoldCard } from '#ui/fold-card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useIsPainted } from '#ui/use-is-painted.ts';
import { caresOf } from '../model.ts';
import { useLessons, useSimilarCases } from '../use-beside.ts';
import styles from './beside.module.css';
import type { BesideWays } from './beside-ways.ts';
import { LessonsList } from './lessons-list.tsx';
import { ShortList } from './short-list.tsx';
import { SimilarList } from './similar-list.tsx';

type BesideRecordProps = {
  readonly row: CaseRow;
  readonly meetingId: string;
  /** All of the case. */
  readonly findings: readonly FindingRow[];
  readonly ways: BesideWays;
};

/** Beside a meeting's record: what the prefecture minds, lessons, and who took up the same. */
export const BesideRecord = (props: BesideRecordProps) =>
  useIsPainted() && <BesideCards {...props} />;

const BesideCards = ({ row, meetingId, findings, ways }: BesideRecordProps) => {
  const cares = useMemo(() => caresOf(findings, meetingId), [findings, meetingId]);
  const proposed = useLessons(row.themes);
  const similar = useSimilarCases(row);
  const hasLessons = proposed !== undefined && proposed.lessons.length > 0;
  return (
    <>
      {(cares.length > 0 || hasLessons) && (
        <FoldCard name="record.care" opens="tall" title="県として心掛けること">
          {cares.length > 0 && (
            <ShortList
              first={3}
              items={cares}
              render={({ id, text, kind }) => (
                <>
                  <LinkButton onPress={() => ways.onOpenFinding(id)} weight="text">
                    {text}
                  </LinkButton>
                  {kind === 'reflection' && (
                    <span className={styles.note}>{FINDING_KIND_NAMES[kind]}</span>
                  )}
                </>
              )}
            />
          )}
          {hasLessons && (
            <>
              <h3 className={styles.heading}>同じテーマのノウハウ</h3>
              <LessonsList proposed={proposed} ways={ways} />
            </>
          )}
        </FoldCard>
      )}
      {similar.length > 0 && (
        <FoldCard
          name="record.similar"
          note={`${similar.length}市町村`}
          opens="tall"
          title="似た取組の市町村"
        >
          <SimilarList onOpenCase={ways.onOpenCase} similar={similar} />
        </FoldCard>
      )}
    </>
  );
};
