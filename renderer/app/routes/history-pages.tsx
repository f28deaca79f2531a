import { useParams, useSearch } from '@tanstack/react-router';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { RecordChange } from '#shared/domain/history/entry.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
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

export const HistoryRoute = () => {
  const from = '/shell/cases/$caseId/history';
  const caseId = useParams({ from }).caseId as CaseId;
  const { record } = useSearch({ from });
  const places = usePlaces();
  const document = caseDocument(caseId);
  return (
    <Awaited>
      <HistoryPage
        device={useSession().boot.device}
        document={document}
        key={`${caseId} ${record}`}
        onBack={() => places.flow(caseId)}
        onOpenCases={places.cases}
        onOpenRecord={(change) => openRecord(places, document, change)}
        onShowAll={() => places.history(caseId)}
        record={record}
        today={useToday()}
      />
    </Awaited>
  );
};

export const OfficeHistoryRoute = () => {
  const { record } = useSearch({ from: '/shell/settings/history' });
  const places = usePlaces();
  return (
    <Awaited>
      <HistoryPage
        device={useSession().boot.device}
        document={OFFICE}
        key={record}
        onBack={places.settings}
        onOpenCases={places.cases}
        onOpenRecord={(change) => openRecord(places, OFFICE, change)}
        onShowAll={() => places.officeHistory()}
        record={record}
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
