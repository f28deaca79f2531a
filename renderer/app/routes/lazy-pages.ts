import type { ComponentType } from 'react';
import { type LazyPart, lazyPart } from '#ui/lazy-part.tsx';

const readers: (() => Promise<unknown>)[] = [];

/** A page that is read only when it is wanted, or when nothing else is to be done. */
const page = <P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> => {
  const part = lazyPart(load);
  readers.push(part.readAhead);
  return part;
};

export const CasesPage = page(async () => {
  const { CasesPage: found } = await import('#features/cases/components/cases-page.tsx');
  return found;
});
export const NewCasePage = page(async () => {
  const { NewCasePage: found } = await import('#features/cases/components/new-case-page.tsx');
  return found;
});
export const CaseHeader = page(async () => {
  const { CaseHeader: found } = await import('#features/cases/components/case-header.tsx');
  return found;
});
export const YearsCard = page(async () => {
  const { YearsCard: found } = await import('#features/cases/components/years-card.tsx');
  return found;
});
export const ConflictsNotice = page(async () => {
  const { ConflictsNotice: found } = await import(
    '#features/conflicts/components/conflicts-notice.tsx'
  );
  return found;
});
export const ConflictsHome = page(async () => {
  const { ConflictsHome: found } = await import(
    '#features/conflicts/components/conflicts-home.tsx'
  );
  return found;
});
export const FlowPage = page(async () => {
  const { FlowPage: found } = await import('#features/flow/components/flow-page.tsx');
  return found;
});
export const RoadmapPage = page(async () => {
  const { RoadmapPage: found } = await import('#features/roadmap/page/roadmap-page.tsx');
  return found;
});
export const ThemePeers = page(async () => {
  const { ThemePeers: found } = await import('#features/peers/components/theme-peers.tsx');
  return found;
});
export const CasePeers = page(async () => {
  const { CasePeers: found } = await import('#features/peers/components/case-peers.tsx');
  return found;
});
export const OverviewPage = page(async () => {
  const { OverviewPage: found } = await import('#features/overview/components/overview-page.tsx');
  return found;
});
export const FindingsPage = page(async () => {
  const { FindingsPage: found } = await import('#features/findings/components/findings-page.tsx');
  return found;
});
export const MaterialsPage = page(async () => {
  const { MaterialsPage: found } = await import(
    '#features/materials/components/materials-page.tsx'
  );
  return found;
});
export const ImportPage = page(async () => {
  const { ImportPage: found } = await import('#features/import/components/import-page.tsx');
  return found;
});
export const ErasePage = page(async () => {
  const { ErasePage: found } = await import('#features/erasing/components/erase-page.tsx');
  return found;
});
export const LogFilesPage = page(async () => {
  const { LogFilesPage: found } = await import('#features/log-files/components/log-files-page.tsx');
  return found;
});
export const HistoryPage = page(async () => {
  const { HistoryPage: found } = await import('#features/history/components/history-page.tsx');
  return found;
});
export const BesideRecord = page(async () => {
  const { BesideRecord: found } = await import('#features/beside/components/beside-record.tsx');
  return found;
});
export const BesideOverview = page(async () => {
  const { BesideOverview: found } = await import('#features/beside/components/beside-overview.tsx');
  return found;
});
export const RecordPage = page(async () => {
  const { RecordPage: found } = await import('#features/record/components/record-page.tsx');
  return found;
});
export const RoomPage = page(async () => {
  const { RoomPage: found } = await import('#features/record/room/room-page.tsx');
  return found;
});
export const PromisesPage = page(async () => {
  const { PromisesPage: found } = await import('#features/promises/components/promises-page.tsx');
  return found;
});
export const PeoplePage = page(async () => {
  const { PeoplePage: found } = await import('#features/people/components/people-page.tsx');
  return found;
});
export const PersonPage = page(async () => {
  const { PersonPage: found } = await import('#features/people/components/person-page.tsx');
  return found;
});
export const OrganizationPage = page(async () => {
  const { OrganizationPage: found } = await import(
    '#features/people/components/organization-page.tsx'
  );
  return found;
});
export const ThemesPage = page(async () => {
  const { ThemesPage: found } = await import('#features/themes/components/themes-page.tsx');
  return found;
});
export const ThemePage = page(async () => {
  const { ThemePage: found } = await import('#features/themes/components/theme-page.tsx');
  return found;
});
export const MatrixPage = page(async () => {
  const { MatrixPage: found } = await import('#features/themes/components/matrix-page.tsx');
  return found;
});
export const KnowHowPage = page(async () => {
  const { KnowHowPage: found } = await import('#features/knowhow/components/know-how-page.tsx');
  return found;
});
export const BookletPage = page(async () => {
  const { BookletPage: found } = await import('#features/knowhow/components/booklet-page.tsx');
  return found;
});
export const KeepDialog = page(async () => {
  const { KeepDialog: found } = await import('#features/knowhow/components/keep-dialog.tsx');
  return found;
});
export const WalkPage = page(async () => {
  const { WalkPage: found } = await import('#features/walk/components/walk-page.tsx');
  return found;
});
export const StaffCard = page(async () => {
  const { StaffCard: found } = await import('#features/staff/components/staff-card.tsx');
  return found;
});
export const ChangeButton = page(async () => {
  const { ChangeButton: found } = await import('#features/staff/components/change-button.tsx');
  return found;
});
export const AssignmentsCard = page(async () => {
  const { AssignmentsCard: found } = await import(
    '#features/staff/components/assignments-card.tsx'
  );
  return found;
});
export const ReadinessPage = page(async () => {
  const { ReadinessPage: found } = await import('#features/handover/components/readiness-page.tsx');
  return found;
});
export const OpenPromisesPage = page(async () => {
  const { OpenPromisesPage: found } = await import(
    '#features/handover/components/open-promises-page.tsx'
  );
  return found;
});
export const BookPage = page(async () => {
  const { BookPage: found } = await import('#features/handover/components/book-page.tsx');
  return found;
});
export const BinPage = page(async () => {
  const { BinPage: found } = await import('#features/bin/components/bin-page.tsx');
  return found;
});
export const SearchPage = page(async () => {
  const { SearchPage: found } = await import('#features/search/components/search-page.tsx');
  return found;
});
export const SettingsPage = page(async () => {
  const { SettingsPage: found } = await import('#features/settings/components/settings-page.tsx');
  return found;
});
export const BackupPage = page(async () => {
  const { BackupPage: found } = await import('#features/backup/components/backup-page.tsx');
  return found;
});
export const BackupCard = page(async () => {
  const { BackupCard: found } = await import('#features/backup/components/backup-card.tsx');
  return found;
});
export const BackupHome = page(async () => {
  const { BackupHome: found } = await import('#features/backup/components/backup-home.tsx');
  return found;
});
export const BansoPage = page(async () => {
  const { BansoPage: found } = await import('#features/banso-file/components/banso-page.tsx');
  return found;
});
export const BansoCard = page(async () => {
  const { BansoCard: found } = await import('#features/banso-file/components/banso-card.tsx');
  return found;
});
export const AboutPage = page(async () => {
  const { AboutPage: found } = await import('#features/settings/components/about-page.tsx');
  return found;
});
export const WelcomePage = page(async () => {
  const { WelcomePage: found } = await import('#features/welcome/components/welcome-page.tsx');
  return found;
});

export const AttachmentsCard = page(async () => {
  const { AttachmentsCard: found } = await import(
    '#features/attachments/components/attachments-card.tsx'
  );
  return found;
});

/** The editor of a record's note. */
readers.push(async () => {
  const { Note } = await import('#features/record/components/note-pane.tsx');
  await Note.readAhead();
});

/**
 * Reads all pages ahead, so that going to one waits for nothing but its rows. One that cannot be read is
 * read when it is wanted. The editor is tried out too: its first opening takes longest of all.
 */
export const preloadPages = async (pause: () => Promise<void>): Promise<void> => {
  for (const read of readers) {
    await pause();
    await read().catch(() => undefined);
  }
  const { warmEditor } = await import('#adapters/editor/warm-editor.ts');
  await warmEditor(pause);
};
