import type { CaseRow } from '#shared/domain/case/case.ts';
import { Card } from '#ui/card.tsx';
import { useIsPainted } from '#ui/use-is-painted.ts';
import { useLessons, useSimilarCases } from '../use-beside.ts';
import type { BesideWays } from './beside-ways.ts';
import { LessonsList } from './lessons-list.tsx';
import { SimilarList } from './similar-list.tsx';

type BesideOverviewProps = { readonly row: CaseRow; readonly ways: BesideWays };

/** On 概要: who took up the same, and what was learnt of it. */
export const BesideOverview = (props: BesideOverviewProps) =>
  useIsPainted() && <BesideCards {...props} />;

const BesideCards = ({ row, ways }: BesideOverviewProps) => {
  const proposed = useLessons(row.themes);
  const similar = useSimilarCases(row);
  return (
    <>
      {similar.length > 0 && (
        <Card note={`${similar.length}市町村`} title="似た取組の市町村">
          <SimilarList onOpenCase={ways.onOpenCase} similar={similar} />
        </Card>
      )}
      {proposed !== undefined && proposed.lessons.length > 0 && (
        <Card title="同じテーマのノウハウ">
          <LessonsList proposed={proposed} ways={ways} />
        </Card>
      )}
    </>
  );
};
