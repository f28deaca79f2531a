import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { PageBody } from '#ui/app-frame.tsx';
import { useSettings } from '../session.tsx';
import { SaveStatus } from '../shell/save-status.tsx';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import { useBeside } from './beside-parts.tsx';
import { handOver, takeOver } from './hand-over.ts';
import { useKnowHowKeeping } from './know-how-keeping.tsx';
import {
  AssignmentsCard,
  FindingsPage,
  FlowPage,
  ImportPage,
  MaterialsPage,
  OverviewPage,
  RecordPage,
  RoadmapPage,
  RoomPage,
  YearsCard,
} from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';
import { openMention } from './open-mention.ts';
import { PAPER_PORT } from './paper-port.ts';

/*
 * The pages of a case, and of its meetings.
 */

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
        onOpenHistory={(id) => places.history(caseId, id)}
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
  const from = '/shell/cases/$caseId/materials';
  const caseId = useCaseId(from);
  const { record } = useSearch({ from });
  return (
    <PageBody layout="fill">
      <Awaited>
        <MaterialsPage
          asked={record}
          caseId={caseId}
          key={`${caseId} ${record ?? ''}`}
          port={PAPER_PORT}
        />
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
        onOpenPaper={() => places.paper(caseId, meetingId)}
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
        key={`${caseId} ${meetingId}`}
        meetingId={meetingId}
        status={<SaveStatus />}
        onLeave={() =>
          router.history.canGoBack() ? router.history.back() : places.meeting(caseId, meetingId)
        }
        today={useToday()}
        userName={useSettings().userName}
      />
    </Awaited>
  );
};
