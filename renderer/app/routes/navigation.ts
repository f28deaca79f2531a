import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';

export const CASE_TABS = ['overview', 'flow', 'roadmap', 'findings', 'materials'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** Where one can go in the app; features get these as callbacks and know no addresses. */
export type Places = {
  readonly home: () => void;
  /** The list of cases, of a fiscal year when one is given. */
  readonly cases: (fiscalYear?: number) => void;
  /** 約束・宿題（全案件） */
  readonly promises: () => void;
  readonly newCase: () => void;
  readonly caseTab: (caseId: string, tab: CaseTab) => void;
  /** The case's ladder, with a meeting's peek open when one is named. */
  readonly flow: (caseId: string, meetingId?: string) => void;
  /** The case's ladder with the form for a contact that is to be written down. */
  readonly contact: (caseId: string) => void;
  readonly meeting: (caseId: string, meetingId: string) => void;
  /** 会議モード of a meeting */
  readonly room: (caseId: string, meetingId: string) => void;
  /** 表から取り込む */
  readonly importTable: (caseId: string) => void;
  /** 検索 for words, or for none yet. */
  readonly search: (typed?: string) => void;
  /** A case's roadmap with one of its bars or milestones open. */
  readonly roadmapAt: (caseId: string, id: string) => void;
  readonly settings: () => void;
  /** このアプリについて */
  readonly about: () => void;
};

export const usePlaces = (): Places => {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      home: () => void navigate({ to: '/' }),
      cases: (year) => void navigate({ to: '/cases', search: year === undefined ? {} : { year } }),
      promises: () => void navigate({ to: '/promises' }),
      newCase: () => void navigate({ to: '/cases/new' }),
      caseTab: (caseId, tab) => void navigate({ to: `/cases/$caseId/${tab}`, params: { caseId } }),
      flow: (caseId, meeting) =>
        void navigate({
          to: '/cases/$caseId/flow',
          params: { caseId },
          search: meeting === undefined ? {} : { meeting },
        }),
      contact: (caseId) =>
        void navigate({
          to: '/cases/$caseId/flow',
          params: { caseId },
          search: { add: 'contact' },
        }),
      meeting: (caseId, meetingId) =>
        void navigate({
          to: '/cases/$caseId/meetings/$meetingId',
          params: { caseId, meetingId },
        }),
      room: (caseId, meetingId) =>
        void navigate({
          to: '/cases/$caseId/meetings/$meetingId/room',
          params: { caseId, meetingId },
        }),
      importTable: (caseId) => void navigate({ to: '/cases/$caseId/import', params: { caseId } }),
      search: (typed) =>
        void navigate({ to: '/search', search: typed === undefined ? {} : { q: typed } }),
      roadmapAt: (caseId, at) =>
        void navigate({ to: '/cases/$caseId/roadmap', params: { caseId }, search: { at } }),
      settings: () => void navigate({ to: '/settings' }),
      about: () => void navigate({ to: '/settings/about' }),
    }),
    [navigate],
  );
};
