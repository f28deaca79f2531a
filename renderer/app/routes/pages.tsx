import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { invoke, on } from '#adapters/host/host.ts';
import { askAhead, showProblem, useProblems, useWorkspace } from '#adapters/store/store.tsx';
import { flowQuery } from '#features/flow/queries.ts';
import { HomePage } from '#features/home/components/home-page.tsx';
import { isWalked, restoreProgress, walkName } from '#features/walk/progress.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { prefectureName } from '#shared/domain/office/prefectures.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { PageBody } from '#ui/app-frame.tsx';
import { readKept } from '#ui/kept-here.ts';
import { openSample } from '../sample/open-sample.ts';
import { openHit } from '../search/open-hit.ts';
import { useCatching, useSaveSettings, useSession, useSettings } from '../session.tsx';
import { SaveStatus } from '../shell/save-status.tsx';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import { useBeside } from './beside-parts.tsx';
import { handOver, takeOver } from './hand-over.ts';
import { useKnowHowKeeping } from './know-how-keeping.tsx';
import {
  AboutPage,
  AssignmentsCard,
  BackupCard,
  BackupHome,
  BansoCard,
  BinPage,
  CasesPage,
  ChangeButton,
  ConflictsHome,
  ConflictsNotice,
  FindingsPage,
  FlowPage,
  ImportPage,
  MaterialsPage,
  NewCasePage,
  OrganizationPage,
  OverviewPage,
  PeoplePage,
  PersonPage,
  PromisesPage,
  RecordPage,
  RoadmapPage,
  RoomPage,
  SearchPage,
  SettingsPage,
  StaffCard,
  WelcomePage,
  YearsCard,
} from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';
import { openMention } from './open-mention.ts';
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
    const opened = await openSample(workspace);
    if (opened.ok) places.flow(opened.value);
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

/** Where the pages of people and bodies lead. */
const useWhoPlaces = () => {
  const places = usePlaces();
  return useMemo(
    () => ({
      list: () => places.people(),
      person: places.person,
      organization: places.organization,
      meeting: places.meeting,
      overview: (caseId: CaseId) => places.caseTab(caseId, 'overview'),
      findings: (caseId: CaseId) => places.caseTab(caseId, 'findings'),
      history: (id: string) => places.officeHistory(id),
      erase: places.erase,
    }),
    [places],
  );
};

export const PeopleRoute = () => {
  const navigate = useNavigate();
  const { view = 'organizations' } = useSearch({ from: '/shell/people' });
  return (
    <Awaited>
      <PeoplePage
        onView={(next) => void navigate({ to: '/people', search: { view: next } })}
        places={useWhoPlaces()}
        today={useToday()}
        view={view}
      />
    </Awaited>
  );
};

export const PersonRoute = () => {
  const { personId } = useParams({ from: '/shell/people/person/$personId' });
  const places = useWhoPlaces();
  return (
    <Awaited>
      <PersonPage
        key={personId}
        personId={personId}
        places={{ ...places, list: usePeopleList() }}
        today={useToday()}
      />
    </Awaited>
  );
};

/** Back to the people, not to the bodies. */
const usePeopleList = () => {
  const places = usePlaces();
  return () => places.people('people');
};

export const OrganizationRoute = () => {
  const { organizationId } = useParams({ from: '/shell/people/organization/$organizationId' });
  return (
    <Awaited>
      <OrganizationPage
        key={organizationId}
        organizationId={organizationId}
        places={useWhoPlaces()}
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

/** The case that the address names; an id of no case leads to a page that says so. */
const useCaseId = (from: CaseRouteId): CaseId => useParams({ from }).caseId as CaseId;

type CaseRouteId =
  | '/shell/cases/$caseId/overview'
  | '/shell/cases/$caseId/flow'
  | '/shell/cases/$caseId/roadmap'
  | '/shell/cases/$caseId/findings'
  | '/shell/cases/$caseId/materials'
  | '/shell/cases/$caseId/import'
  | '/roomFrame/cases/$caseId/meetings/$meetingId/room'
  | '/shell/cases/$caseId/meetings/$meetingId';

export const OverviewRoute = () => {
  const caseId = useCaseId('/shell/cases/$caseId/overview');
  const beside = useBeside(caseId);
  const places = usePlaces();
  const today = useToday();
  return (
    <Awaited>
      <OverviewPage
        caseId={caseId}
        key={caseId}
        beside={beside.overview}
        charge={<AssignmentsCard caseId={caseId} onOpenChanges={() => places.changes(caseId)} />}
        today={today}
        onOpenMeeting={places.meeting}
        years={
          <YearsCard
            caseId={caseId}
            onOpenCase={(id) => places.caseTab(id, 'overview')}
            today={today}
          />
        }
      />
    </Awaited>
  );
};

export const FlowRoute = () => {
  const caseId = useCaseId('/shell/cases/$caseId/flow');
  const places = usePlaces();
  const { meeting, add } = useSearch({ from: '/shell/cases/$caseId/flow' });
  const [asksContact] = useState(add === 'contact');
  const navigate = useNavigate();
  // The form is asked for once: who comes back here later on sees the ladder alone.
  useEffect(() => {
    if (add !== 'contact') return;
    void navigate({ to: '/cases/$caseId/flow', params: { caseId }, search: {}, replace: true });
  }, [add, caseId, navigate]);
  return (
    <PageBody layout="fill">
      <Awaited>
        <FlowPage
          asksContact={asksContact}
          caseId={caseId}
          key={caseId}
          onImport={(copied) => {
            handOver(copied);
            places.importTable(caseId);
          }}
          onOpenMeeting={(id) => places.meeting(caseId, id)}
          onSelect={(id) => places.flow(caseId, id ?? undefined)}
          selectedId={meeting ?? null}
          today={useToday()}
        />
      </Awaited>
    </PageBody>
  );
};

export const FindingsRoute = () => {
  const from = '/shell/cases/$caseId/findings';
  const caseId = useCaseId(from);
  const { record } = useSearch({ from });
  const places = usePlaces();
  const { keeping, window } = useKnowHowKeeping(caseId);
  return (
    <Awaited>
      <FindingsPage
        asked={record}
        caseId={caseId}
        key={`${caseId} ${record ?? ''}`}
        keeping={keeping}
        onOpenMeeting={(id) => places.meeting(caseId, id)}
        onOpenRoadmap={(id) => places.roadmapItem(caseId, id)}
        onPrint={PAPER_PORT.print}
        today={useToday()}
      />
      {window}
    </Awaited>
  );
};

export const ImportRoute = () => {
  const caseId = useCaseId('/shell/cases/$caseId/import');
  const places = usePlaces();
  return (
    <Awaited>
      <ImportPage
        caseId={caseId}
        key={caseId}
        onBack={() => places.flow(caseId)}
        onOpenCases={places.cases}
        takeCopied={takeOver}
        today={useToday()}
      />
    </Awaited>
  );
};

export const MaterialsRoute = () => {
  const caseId = useCaseId('/shell/cases/$caseId/materials');
  return (
    <PageBody layout="fill">
      <Awaited>
        <MaterialsPage caseId={caseId} key={caseId} port={PAPER_PORT} />
      </Awaited>
    </PageBody>
  );
};

/** How the roadmap's pictures and workbooks leave the window, beside its print view. */
const ROADMAP_PORT = {
  ...PAPER_PORT,
  saveFile: (file: Input<'saveFile'>) => invoke('saveFile', file),
} as const;

export const RoadmapRoute = () => {
  const from = '/shell/cases/$caseId/roadmap';
  const caseId = useCaseId(from);
  const { item, version } = useSearch({ from });
  const places = usePlaces();
  return (
    <PageBody layout="fill">
      <Awaited>
        <RoadmapPage
          asked={item}
          askedVersion={version}
          caseId={caseId}
          key={`${caseId} ${item ?? ''} ${version ?? ''}`}
          onOpenAction={places.findings}
          onOpenMeeting={places.meeting}
          port={ROADMAP_PORT}
          today={useToday()}
        />
      </Awaited>
    </PageBody>
  );
};

export const MeetingRoute = () => {
  const from = '/shell/cases/$caseId/meetings/$meetingId';
  const caseId = useCaseId(from);
  const { meetingId } = useParams({ from });
  const places = usePlaces();
  const { keeping, window } = useKnowHowKeeping(caseId);
  const beside = useBeside(caseId);
  return (
    <Awaited>
      <RecordPage
        beside={beside.record}
        caseId={caseId}
        keeping={keeping}
        key={`${caseId} ${meetingId}`}
        meetingId={meetingId}
        onBack={() => places.flow(caseId, meetingId)}
        onOpenCases={places.cases}
        onOpenMeeting={(id) => places.meeting(caseId, id)}
        onOpenMention={(target) => openMention(places, target)}
        ways={{
          onOpenRecord: (id) => places.findings(caseId, id),
          onOpenRoadmap: (id) => places.roadmapItem(caseId, id),
        }}
        onOpenHistory={() => places.history(caseId, meetingId)}
        onOpenRoom={() => places.room(caseId, meetingId)}
        today={useToday()}
        userName={useSettings().userName}
        who={{ onOpenPerson: places.person, onOpenOrganization: places.organization }}
      />
      {window}
    </Awaited>
  );
};

/** 会議モード. Leaving it goes the way back that led here. */
export const RoomRoute = () => {
  const from = '/roomFrame/cases/$caseId/meetings/$meetingId/room';
  const caseId = useCaseId(from);
  const { meetingId } = useParams({ from });
  const places = usePlaces();
  const router = useRouter();
  return (
    <Awaited>
      <RoomPage
        caseId={caseId}
        meetingId={meetingId}
        status={<SaveStatus />}
        onLeave={() =>
          router.history.canGoBack() ? router.history.back() : places.meeting(caseId, meetingId)
        }
        today={useToday()}
      />
    </Awaited>
  );
};
