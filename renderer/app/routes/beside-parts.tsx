import { type ReactNode, Suspense } from 'react';
import type { BesideWays } from '#features/beside/components/beside-ways.ts';
import type { CaseRow } from '#shared/domain/case/case.ts';
import type { FindingRow } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { FilesOfCase, FilesOfMeeting, FilesOfMunicipality } from './attached-files.tsx';
import { BesideOverview, BesideRecord, CasePeers } from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';

type Beside = {
  readonly overview: (row: CaseRow) => ReactNode;
  readonly record: (row: CaseRow, findings: readonly FindingRow[], meetingId: string) => ReactNode;
};

/** What stands beside a case's pages. It has a wait of its own, since none of them waits for it. */
export const useBeside = (caseId: CaseId): Beside => {
  const places = usePlaces();
  const ways: BesideWays = {
    onOpenCase: (id) => places.caseTab(id, 'overview'),
    onOpenKnowHow: places.knowHow,
    onOpenKnowHowsOf: places.knowHowsOf,
    onOpenFinding: (id) => places.findings(caseId, id),
  };
  return {
    overview: (row) => (
      <Suspense fallback={null}>
        <CasePeers
          code={row.municipalityCode}
          name={row.municipalityName}
          onOpenTheme={places.theme}
        />
        <FilesOfCase caseId={caseId} />
        {row.municipalityCode !== '' && (
          <FilesOfMunicipality code={row.municipalityCode} name={row.municipalityName} />
        )}
        <BesideOverview row={row} ways={ways} />
      </Suspense>
    ),
    record: (row, findings, meetingId) => (
      <Suspense fallback={null}>
        <FilesOfMeeting caseId={caseId} meetingId={meetingId} />
        <BesideRecord findings={findings} meetingId={meetingId} row={row} ways={ways} />
      </Suspense>
    ),
  };
};
