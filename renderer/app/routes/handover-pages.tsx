import { useNavigate, useSearch } from '@tanstack/react-router';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { TabNav } from '#ui/tab-nav.tsx';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import { BookPage, OpenPromisesPage, ReadinessPage } from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';
import { PAPER_PORT } from './paper-port.ts';

/*
 * 引継ぎ: what is missing, what was promised, and the 引継書.
 */

type HandoverTab = 'readiness' | 'promises' | 'book' | 'file';

export const HandoverTabs = ({ current }: { readonly current: HandoverTab }) => {
  const places = usePlaces();
  return (
    <TabNav
      currentId={current}
      items={[
        { id: 'readiness', label: '準備', href: '#/handover', onPress: places.handover },
        {
          id: 'promises',
          label: '約束',
          href: '#/handover/promises',
          onPress: places.handoverPromises,
        },
        {
          id: 'book',
          label: '引継書',
          href: '#/handover/book',
          onPress: () => places.handoverBook(),
        },
        {
          id: 'file',
          label: 'ファイル',
          href: '#/handover/file',
          onPress: () => places.bansoFile(),
        },
      ]}
      label="引継ぎのページ"
    />
  );
};

export const ReadinessRoute = () => {
  const places = usePlaces();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/handover' });
  return (
    <Awaited>
      <ReadinessPage
        onOpenFindings={places.findings}
        onOpenFlow={places.flow}
        onOpenMeeting={places.meeting}
        onOpenOrganization={places.organization}
        onOpenOverview={(id) => places.caseTab(id, 'overview')}
        onOpenPerson={places.person}
        onSelect={(id) =>
          void navigate({
            to: '/handover',
            search: ({ case: _, ...rest }) => (id === null ? rest : { ...rest, case: id }),
          })
        }
        onYear={(year) => void navigate({ to: '/handover', search: { year } })}
        selectedId={search.case ?? null}
        tabs={<HandoverTabs current="readiness" />}
        today={useToday()}
        year={search.year}
      />
    </Awaited>
  );
};

export const OpenPromisesRoute = () => (
  <Awaited>
    <OpenPromisesPage
      onOpenFindings={usePlaces().findings}
      tabs={<HandoverTabs current="promises" />}
      today={useToday()}
    />
  </Awaited>
);

export const BookRoute = () => {
  const places = usePlaces();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/handover/book' });
  return (
    <Awaited>
      <BookPage
        // An id of no case leads to a page that says so.
        caseId={(search.case as CaseId | undefined) ?? null}
        onOpenCase={places.flow}
        onSelect={(id, year) =>
          void navigate({
            to: '/handover/book',
            search: id === null ? { year } : { year, case: id },
          })
        }
        onYear={(year) => void navigate({ to: '/handover/book', search: { year } })}
        port={PAPER_PORT}
        tabs={<HandoverTabs current="book" />}
        today={useToday()}
        year={search.year}
      />
    </Awaited>
  );
};
