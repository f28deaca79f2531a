import { Outlet, useParams } from '@tanstack/react-router';
import { BookOpen, Footprints, History } from 'lucide-react';
import { Suspense } from 'react';
import { useHistoryAhead } from '#adapters/history/use-history.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Page } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { TabNav } from '#ui/tab-nav.tsx';
import { useSettings } from '../session.tsx';
import { useToday } from '../use-today.ts';
import { CaseHeader, ConflictsNotice } from './lazy-pages.ts';
import { CASE_TABS, type CaseTab, usePlaces } from './navigation.ts';
import { useShownPath } from './shown-path.ts';

const TAB_NAMES: Readonly<Record<CaseTab, string>> = {
  overview: '概要',
  flow: '支援の流れ',
  roadmap: 'ロードマップ',
  findings: '課題と対応',
  materials: '資料',
};

/** Where what waits for a decision is listed: a record of its own may be open on the others. */
const WITH_CONFLICTS: readonly CaseTab[] = ['overview', 'flow'];

/** The pages of one case, under its head and tabs. */
export const CaseFrame = () => {
  // An id of the address is one of a case, or leads to a page that says that there is none.
  const caseId = useParams({ from: '/shell/cases/$caseId' }).caseId as CaseId;
  const path = useShownPath();
  const places = usePlaces();
  const historyAhead = useHistoryAhead(caseDocument(caseId));
  const current = CASE_TABS.find((tab) => path.endsWith(`/${tab}`)) ?? 'flow';
  return (
    <Page
      header={
        <Suspense fallback={null}>
          <CaseHeader
            actions={
              <>
                <Button
                  icon={<Footprints aria-hidden="true" size={16} />}
                  onPress={() => places.walk(caseId)}
                  size="small"
                  variant="quiet"
                >
                  案件の歩き方
                </Button>
                <Button
                  icon={<BookOpen aria-hidden="true" size={16} />}
                  onPress={() => places.handoverBook(caseId)}
                  size="small"
                  variant="quiet"
                >
                  引継書
                </Button>
                <Button
                  icon={<History aria-hidden="true" size={16} />}
                  onNear={historyAhead}
                  onPress={() => places.history(caseId)}
                  size="small"
                  variant="quiet"
                >
                  変更履歴
                </Button>
              </>
            }
            caseId={caseId}
            key={caseId}
            onOpenCase={(id) => places.caseTab(id, current)}
            onOpenCases={places.cases}
            prefecture={useSettings().prefecture}
            tabs={
              <TabNav
                currentId={current}
                items={CASE_TABS.map((tab) => ({
                  id: tab,
                  label: TAB_NAMES[tab],
                  href: `#/cases/${caseId}/${tab}`,
                  onPress: () => places.caseTab(caseId, tab),
                }))}
                label="案件のページ"
              />
            }
            today={useToday()}
          />
        </Suspense>
      }
    >
      {WITH_CONFLICTS.includes(current) && (
        <Suspense fallback={null}>
          <ConflictsNotice isBesidePage document={caseDocument(caseId)} key={caseId} />
        </Suspense>
      )}
      <Outlet key={caseId} />
    </Page>
  );
};
