import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { invoke, on } from '#adapters/host/host.ts';
import { askAhead, showProblem, useProblems, useWorkspace } from '#adapters/store/store.tsx';
import { flowQuery } from '#features/flow/queries.ts';
import { HomePage } from '#features/home/components/home-page.tsx';
import { isWalked, restoreProgress, walkName } from '#features/walk/progress.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { prefectureName } from '#shared/domain/office/prefectures.ts';
import { fromHere } from '#ui/from-here.ts';
import { readKept } from '#ui/kept-here.ts';
import { openSample } from '../sample/open-sample.ts';
import { openHit } from '../search/open-hit.ts';
import { useCatching, useSaveSettings, useSession, useSettings } from '../session.tsx';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import {
  AboutPage,
  BackupCard,
  BackupHome,
  BansoCard,
  BinPage,
  CasesPage,
  ChangeButton,
  ConflictsHome,
  ConflictsNotice,
  NewCasePage,
  PromisesPage,
  SearchPage,
  SettingsPage,
  StaffCard,
  WelcomePage,
} from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';
import { PAPER_PORT } from './paper-port.ts';

/*
 * The only place where features meet: each page gets its rows from the store by itself, and from here
 * what it needs of the world around it, as values and callbacks.
 */

/** Opens the sample and goes to its first case. */
const useOpenSample = () => {
  const workspace = useWorkspace();
  const places = usePlaces();
  return async () => {
    const leadOn = fromHere();
    const opened = await openSample(workspace);
    if (opened.ok) leadOn(() => places.flow(opened.value));
    return opened;
  };
};

const isWalkedHere = (caseId: string): boolean =>
  isWalked(restoreProgress(readKept(walkName(caseId))));

export const HomeRoute = () => {
  const places = usePlaces();
  const settings = useSettings();
  const open = useOpenSample();
  return (
    <HomePage
      isSettled={useCatching().kind === 'done'}
      isWalked={isWalkedHere}
      notices={
        <Suspense fallback={null}>
          <ConflictsNotice document={OFFICE} />
          <BackupHome onOpen={places.backup} />
          <ConflictsHome onOpenCase={(caseId) => places.caseTab(caseId, 'overview')} />
        </Suspense>
      }
      office={[prefectureName(settings.prefecture), settings.section].filter(Boolean).join(' ')}
      onNewCase={places.newCase}
      onOpenCase={places.flow}
      onOpenCases={places.cases}
      onConcerns={useSession().concerns.set}
      onOpenBin={places.bin}
      onOpenFindings={(caseId) => places.caseTab(caseId, 'findings')}
      onOpenFlow={places.flow}
      onOpenMeeting={places.meeting}
      onOpenPromises={places.promises}
      onOpenWalk={places.walk}
      onOpenOverview={(caseId) => places.caseTab(caseId, 'overview')}
      onOpenSample={async () => {
        const opened = await open();
        if (!opened.ok) showProblem(opened.error);
      }}
      onRecordContact={places.contact}
      today={useToday()}
      userName={settings.userName}
    />
  );
};

export const CasesRoute = () => {
  const places = usePlaces();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { year } = useSearch({ from: '/shell/cases' });
  const today = useToday();
  return (
    <Awaited>
      <CasesPage
        actions={<ChangeButton today={today} />}
        fiscalYear={year}
        onFiscalYear={(next) => void navigate({ to: '/cases', search: { year: next } })}
        onNewCase={places.newCase}
        onOpenCase={places.flow}
        onPointAtCase={(id) => void askAhead(workspace, flowQuery(id))}
        today={today}
      />
    </Awaited>
  );
};

export const PromisesRoute = () => {
  const places = usePlaces();
  return (
    <Awaited>
      <PromisesPage
        onOpenFindings={places.findings}
        onOpenFollowUps={(id) => places.caseTab(id, 'overview')}
        onOpenMeeting={places.meeting}
        onPrint={PAPER_PORT.print}
        today={useToday()}
      />
    </Awaited>
  );
};

export const SearchRoute = () => {
  const places = usePlaces();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/shell/search' });
  return (
    <Awaited>
      <SearchPage
        onOpen={(hit, typed) => openHit(places, hit, typed)}
        onTyped={(typed) =>
          void navigate({ to: '/search', search: typed === '' ? {} : { q: typed }, replace: true })
        }
        typed={q}
      />
    </Awaited>
  );
};

export const NewCaseRoute = () => {
  const places = usePlaces();
  const settings = useSettings();
  return (
    <Awaited>
      <NewCasePage
        onCancel={places.cases}
        onCreated={places.flow}
        prefecture={settings.prefecture}
        section={settings.section}
        today={useToday()}
      />
    </Awaited>
  );
};

export const BinRoute = () => {
  const places = usePlaces();
  return (
    <Awaited>
      <BinPage onErase={(records) => places.erase('', records)} today={useToday()} />
    </Awaited>
  );
};

export const SettingsRoute = () => {
  const { boot } = useSession();
  const places = usePlaces();
  return (
    <Awaited>
      <SettingsPage
        appVersion={boot.versions.app}
        backup={<BackupCard onOpen={places.backup} />}
        bansoFile={<BansoCard onOpen={() => places.bansoFile()} />}
        dataFolder={boot.dataFolder}
        onOpenAbout={places.about}
        onOpenBin={places.bin}
        onOpenErase={() => places.erase()}
        onOpenFiles={places.logFiles}
        onOpenHistory={() => places.officeHistory()}
        onSave={useSaveSettings()}
        onShowDataFolder={() => void invoke('showDataFolder', undefined)}
        problems={useProblems()}
        settings={useSettings()}
        staff={<StaffCard today={useToday()} />}
      />
    </Awaited>
  );
};

export const AboutRoute = () => {
  const { boot } = useSession();
  return (
    <Awaited>
      <AboutPage onOpenSettings={usePlaces().settings} versions={boot.versions} />
    </Awaited>
  );
};

export const WelcomeRoute = () => {
  const places = usePlaces();
  // The only one of the menu's places that is open before staff have said who they are.
  useEffect(
    () =>
      on('menu', (command) => {
        if (command === 'about') places.about();
      }),
    [places],
  );
  return (
    <Awaited>
      <WelcomePage
        notices={useProblems()}
        onDone={useSaveSettings()}
        onNewCase={places.newCase}
        onOpenBackup={places.backup}
        onOpenSample={useOpenSample()}
        onSkip={places.home}
        settings={useSettings()}
      />
    </Awaited>
  );
};
