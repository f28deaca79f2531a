import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ErasedRecord } from '#data/erasing/erasure.ts';
import { recordsAsText } from '#features/erasing/target.ts';
import type { SinceId } from '#features/history/since.ts';

export const CASE_TABS = ['overview', 'flow', 'roadmap', 'findings', 'materials'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** Where one can go in the app; features get these as callbacks and know no addresses. */
export type Places = {
  readonly home: () => void;
  /** The list of cases, of a fiscal year when one is given. */
  readonly cases: (fiscalYear?: number) => void;
  /** 予定: what has to be done in all cases. */
  readonly promises: () => void;
  /** 人・機関 */
  readonly people: (view?: 'organizations' | 'people') => void;
  readonly person: (id: string) => void;
  readonly organization: (id: string) => void;
  readonly themes: () => void;
  readonly theme: (id: string) => void;
  /** 市町村とテーマの表 */
  readonly themeMatrix: () => void;
  /** ノウハウ, with the panel of one open when it is named. */
  readonly knowHow: (id?: string) => void;
  /** ノウハウ of one theme. */
  readonly knowHowsOf: (theme: string) => void;
  /** ノウハウ集 */
  readonly booklet: () => void;
  /** 引継ぎ準備, with the questions of a case when one is named. */
  readonly handover: () => void;
  /** 約束の付け替え */
  readonly handoverPromises: () => void;
  /** 引継書 of the office, or of a case. */
  readonly handoverBook: (caseId?: string) => void;
  readonly newCase: () => void;
  readonly caseTab: (caseId: string, tab: CaseTab) => void;
  /** The case's ladder, with a meeting's peek open when one is named. */
  readonly flow: (caseId: string, meetingId?: string) => void;
  /** 案件の歩き方 */
  readonly walk: (caseId: string) => void;
  /** The case's ladder with the form for a contact that is to be written down. */
  readonly contact: (caseId: string) => void;
  readonly meeting: (caseId: string, meetingId: string) => void;
  /** 課題と対応, with a finding or an action marked when one is named. */
  readonly findings: (caseId: string, recordId?: string) => void;
  /** The case's roadmap, with a bar or a milestone open beside it. */
  readonly roadmapItem: (caseId: string, itemId: string) => void;
  /** The case's roadmap as it was kept once. */
  readonly roadmapVersion: (caseId: string, version: string) => void;
  /** 資料 with the record of a meeting, to be printed. */
  readonly paper: (caseId: string, meetingId: string) => void;
  /** 会議モード of a meeting */
  readonly room: (caseId: string, meetingId: string) => void;
  /** 表から取り込む */
  readonly importTable: (caseId: string) => void;
  readonly bin: () => void;
  /** 変更履歴 of a case, of one of its records alone when it is named. */
  readonly history: (caseId: string, recordId?: string) => void;
  /** What was changed in a case since whoever is in charge today took it over. */
  readonly changes: (caseId: string) => void;
  /** That of what belongs to no case. */
  readonly officeHistory: (recordId?: string) => void;
  /** The same beside that of a case, since whoever is in charge of it took it over where that is asked for. */
  readonly officeHistoryBeside: (caseId: string, since?: SinceId) => void;
  /** 検索 for words, or for none yet. */
  readonly search: (typed?: string) => void;
  readonly settings: () => void;
  readonly backup: () => void;
  /** 引継ぎファイル; with `ask` a file is asked for at once. */
  readonly bansoFile: (ask?: 'ask') => void;
  /** 記録ファイル, for whoever looks after them. */
  readonly logFiles: () => void;
  /** 個人情報を完全に消す: words to look for, and records that go. */
  readonly erase: (words?: string, records?: readonly ErasedRecord[]) => void;
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
      people: (view) =>
        void navigate({ to: '/people', search: view === undefined ? {} : { view } }),
      person: (personId) => void navigate({ to: '/people/person/$personId', params: { personId } }),
      organization: (organizationId) =>
        void navigate({ to: '/people/organization/$organizationId', params: { organizationId } }),
      themes: () => void navigate({ to: '/themes' }),
      theme: (themeId) => void navigate({ to: '/themes/$themeId', params: { themeId } }),
      themeMatrix: () => void navigate({ to: '/themes/matrix' }),
      knowHow: (card) =>
        void navigate({ to: '/know-how', search: card === undefined ? {} : { card } }),
      knowHowsOf: (theme) => void navigate({ to: '/know-how', search: { theme } }),
      booklet: () => void navigate({ to: '/know-how/booklet' }),
      handover: () => void navigate({ to: '/handover' }),
      handoverPromises: () => void navigate({ to: '/handover/promises' }),
      handoverBook: (of) =>
        void navigate({ to: '/handover/book', search: of === undefined ? {} : { case: of } }),
      newCase: () => void navigate({ to: '/cases/new' }),
      caseTab: (caseId, tab) => void navigate({ to: `/cases/$caseId/${tab}`, params: { caseId } }),
      flow: (caseId, meeting) =>
        void navigate({
          to: '/cases/$caseId/flow',
          params: { caseId },
          search: meeting === undefined ? {} : { meeting },
        }),
      walk: (caseId) => void navigate({ to: '/cases/$caseId/walk', params: { caseId } }),
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
      findings: (caseId, record) =>
        void navigate({
          to: '/cases/$caseId/findings',
          params: { caseId },
          search: record === undefined ? {} : { record },
        }),
      roadmapItem: (caseId, item) =>
        void navigate({ to: '/cases/$caseId/roadmap', params: { caseId }, search: { item } }),
      roadmapVersion: (caseId, version) =>
        void navigate({ to: '/cases/$caseId/roadmap', params: { caseId }, search: { version } }),
      paper: (caseId, record) =>
        void navigate({ to: '/cases/$caseId/materials', params: { caseId }, search: { record } }),
      room: (caseId, meetingId) =>
        void navigate({
          to: '/cases/$caseId/meetings/$meetingId/room',
          params: { caseId, meetingId },
        }),
      importTable: (caseId) => void navigate({ to: '/cases/$caseId/import', params: { caseId } }),
      bin: () => void navigate({ to: '/bin' }),
      history: (caseId, record) =>
        void navigate({
          to: '/cases/$caseId/history',
          params: { caseId },
          search: record === undefined ? {} : { record },
        }),
      changes: (caseId) =>
        void navigate({
          to: '/cases/$caseId/history',
          params: { caseId },
          search: { since: 'charge' },
        }),
      officeHistory: (record) =>
        void navigate({ to: '/settings/history', search: record === undefined ? {} : { record } }),
      officeHistoryBeside: (beside, since) =>
        void navigate({
          to: '/settings/history',
          search: since === undefined ? { case: beside } : { case: beside, since },
        }),
      search: (typed) =>
        void navigate({ to: '/search', search: typed === undefined ? {} : { q: typed } }),
      settings: () => void navigate({ to: '/settings' }),
      backup: () => void navigate({ to: '/settings/backup' }),
      bansoFile: (ask) =>
        void navigate({
          to: '/handover/file',
          search: ask === undefined ? {} : { ask: true },
        }),
      logFiles: () => void navigate({ to: '/settings/files' }),
      erase: (words = '', records = []) =>
        void navigate({
          to: '/settings/erase',
          search: { words, records: recordsAsText(records) },
        }),
      about: () => void navigate({ to: '/settings/about' }),
    }),
    [navigate],
  );
};
