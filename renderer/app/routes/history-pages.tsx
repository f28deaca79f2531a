import { useParams, useSearch } from '@tanstack/react-router';
import type { SinceId } from '#features/history/since.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { RecordChange } from '#shared/domain/history/entry.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { TabNav } from '#ui/tab-nav.tsx';
import { go } from '../search/open-hit.ts';
import { useSession } from '../session.tsx';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import { HistoryPage, LogFilesPage } from './lazy-pages.ts';
import { type Places, usePlaces } from './navigation.ts';

/*
 * 変更履歴, of a case and of what belongs to none; and the files that it is read from.
 */

/** Goes to where the record of a change stands today. */
const openRecord = (places: Places, document: DocumentId, change: RecordChange): void => {
  const { collection, record: id, parent, name } = change;
  go(places, {
    document,
    collection,
    id,
    parent,
    field: '',
    title: [{ text: name, isHit: false }],
  });
};

type HistoryTabsProps = {
  readonly caseId: CaseId;
  readonly current: 'case' | 'office';
  readonly since: SinceId | undefined;
};

/** What was changed in a case, and beside it in what belongs to none: people, lessons, themes, members. */
const HistoryTabs = ({ caseId, current, since }: HistoryTabsProps) => {
  const places = usePlaces();
  return (
    <TabNav
      currentId={current}
      items={[
        {
          id: 'case',
          label: 'この案件',
          href: `#/cases/${caseId}/history`,
          onPress: () => (since === 'charge' ? places.changes(caseId) : places.history(caseId)),
        },
        {
          id: 'office',
          label: '共通の記録',
          href: '#/settings/history',
          onPress: () => places.officeHistoryBeside(caseId, since),
        },
      ]}
      label="変更履歴のページ"
    />
  );
};

export const HistoryRoute = () => {
  const from = '/shell/cases/$caseId/history';
  const caseId = useParams({ from }).caseId as CaseId;
  const { record, since } = useSearch({ from });
  const places = usePlaces();
  const document = caseDocument(caseId);
  return (
    <Awaited>
      <HistoryPage
        device={useSession().boot.device}
        document={document}
        key={`${caseId} ${record} ${since}`}
        onBack={() => places.flow(caseId)}
        onOpenCases={places.cases}
        onOpenRecord={(change) => openRecord(places, document, change)}
        onShowAll={() => places.history(caseId)}
        record={record}
        since={since}
        tabs={
          record === undefined ? (
            <HistoryTabs caseId={caseId} current="case" since={since} />
          ) : undefined
        }
        today={useToday()}
      />
    </Awaited>
  );
};

export const OfficeHistoryRoute = () => {
  const { record, since, case: named } = useSearch({ from: '/shell/settings/history' });
  // An id of no case leads to a page that names none.
  const beside = named as CaseId | undefined;
  const places = usePlaces();
  return (
    <Awaited>
      <HistoryPage
        beside={beside}
        device={useSession().boot.device}
        document={OFFICE}
        key={`${record} ${beside} ${since}`}
        onBack={beside === undefined ? places.settings : () => places.flow(beside)}
        onOpenCases={places.cases}
        onOpenRecord={(change) => openRecord(places, OFFICE, change)}
        onShowAll={() => places.officeHistory()}
        record={record}
        since={since}
        tabs={
          beside === undefined ? undefined : (
            <HistoryTabs caseId={beside} current="office" since={since} />
          )
        }
        today={useToday()}
      />
    </Awaited>
  );
};

export const LogFilesRoute = () => (
  <Awaited>
    <LogFilesPage onBack={usePlaces().settings} />
  </Awaited>
);
