import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isSinceId } from '#features/history/since.ts';
import { retryParts } from '#ui/lazy-part.tsx';
import type { Session } from '../session-type.ts';
import { BrokenPage } from '../shell/broken-page.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { RoomFrame } from '../shell/room-frame.tsx';
import { Shell } from '../shell/shell.tsx';
import { BackupRoute } from './backup-pages.tsx';
import { BansoRoute } from './banso-pages.tsx';
import { CaseFrame } from './case-frame.tsx';
import {
  FindingsRoute,
  FlowRoute,
  ImportRoute,
  MaterialsRoute,
  MeetingRoute,
  OverviewRoute,
  RoadmapRoute,
  RoomRoute,
} from './case-pages.tsx';
import { EraseRoute } from './erase-pages.tsx';
import { BookRoute, OpenPromisesRoute, ReadinessRoute } from './handover-pages.tsx';
import { HistoryRoute, LogFilesRoute, OfficeHistoryRoute } from './history-pages.tsx';
import {
  BookletRoute,
  KnowHowRoute,
  MatrixRoute,
  ThemeRoute,
  ThemesRoute,
} from './know-how-pages.tsx';
import {
  AboutRoute,
  BinRoute,
  CasesRoute,
  HomeRoute,
  NewCaseRoute,
  PromisesRoute,
  SearchRoute,
  SettingsRoute,
  WelcomeRoute,
} from './pages.tsx';
import { OrganizationRoute, PeopleRoute, PersonRoute } from './people-pages.tsx';
import { WalkRoute } from './walk-pages.tsx';

const ABOUT = '/settings/about';

const root = createRootRouteWithContext<{ readonly session: Session }>()({
  component: Outlet,
  beforeLoad: ({ location, context }) => {
    const isNew = context.session.settings.get().prefecture === '';
    const isOpenToAll = location.pathname === '/welcome' || location.pathname === ABOUT;
    if (isNew && !isOpenToAll) throw redirect({ to: '/welcome' });
  },
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: WelcomeRoute,
});

/** The meeting room: the window without what leads to other records. */
const roomFrame = createRoute({
  getParentRoute: () => root,
  id: 'roomFrame',
  component: RoomFrame,
});
const room = createRoute({
  getParentRoute: () => roomFrame,
  path: '/cases/$caseId/meetings/$meetingId/room',
  component: RoomRoute,
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({ getParentRoute: () => shell, path: '/', component: HomeRoute });
const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  component: CasesRoute,
  /** The fiscal year shown. */
  validateSearch: (search: { readonly year?: unknown }): { readonly year?: number } =>
    typeof search.year === 'number' ? { year: search.year } : {},
});
const newCase = createRoute({
  getParentRoute: () => shell,
  path: '/cases/new',
  component: NewCaseRoute,
});
const promises = createRoute({
  getParentRoute: () => shell,
  path: '/promises',
  component: PromisesRoute,
});
const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  component: PeopleRoute,
  /** Whether bodies or people are listed. */
  validateSearch: (search: {
    readonly view?: unknown;
  }): { readonly view?: 'organizations' | 'people' } =>
    search.view === 'organizations' || search.view === 'people' ? { view: search.view } : {},
});
const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/person/$personId',
  component: PersonRoute,
});
const organization = createRoute({
  getParentRoute: () => shell,
  path: '/people/organization/$organizationId',
  component: OrganizationRoute,
});
const themes = createRoute({
  getParentRoute: () => shell,
  path: '/themes',
  component: ThemesRoute,
});
const themeMatrix = createRoute({
  getParentRoute: () => shell,
  path: '/themes/matrix',
  component: MatrixRoute,
});
const theme = createRoute({
  getParentRoute: () => shell,
  path: '/themes/$themeId',
  component: ThemeRoute,
});
const knowHow = createRoute({
  getParentRoute: () => shell,
  path: '/know-how',
  component: KnowHowRoute,
  /** The lesson whose panel is open; the theme that the list is of at first. */
  validateSearch: (search: {
    readonly card?: unknown;
    readonly theme?: unknown;
  }): { readonly card?: string; readonly theme?: string } => ({
    ...(typeof search.card === 'string' ? { card: search.card } : {}),
    ...(typeof search.theme === 'string' ? { theme: search.theme } : {}),
  }),
});
const booklet = createRoute({
  getParentRoute: () => shell,
  path: '/know-how/booklet',
  component: BookletRoute,
});
/** Of 引継ぎ: the fiscal year that is shown, and a case of it. */
const ofYearAndCase = (search: {
  readonly year?: unknown;
  readonly case?: unknown;
}): { readonly year?: number; readonly case?: string } => ({
  ...(typeof search.year === 'number' ? { year: search.year } : {}),
  ...(typeof search.case === 'string' ? { case: search.case } : {}),
});
const handover = createRoute({
  getParentRoute: () => shell,
  path: '/handover',
  component: ReadinessRoute,
  validateSearch: ofYearAndCase,
});
const handoverPromises = createRoute({
  getParentRoute: () => shell,
  path: '/handover/promises',
  component: OpenPromisesRoute,
});
const handoverBook = createRoute({
  getParentRoute: () => shell,
  path: '/handover/book',
  component: BookRoute,
  validateSearch: ofYearAndCase,
});
const bin = createRoute({ getParentRoute: () => shell, path: '/bin', component: BinRoute });
const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  component: SearchRoute,
  /** What is looked for; a number is a word, too. */
  validateSearch: (found: { readonly q?: unknown }): { readonly q?: string } =>
    typeof found.q === 'string' || typeof found.q === 'number' ? { q: String(found.q) } : {},
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: SettingsRoute,
});
const backup = createRoute({
  getParentRoute: () => shell,
  path: '/settings/backup',
  component: BackupRoute,
});
const bansoFile = createRoute({
  getParentRoute: () => shell,
  path: '/handover/file',
  component: BansoRoute,
  /** Whether a file is asked for at once. */
  validateSearch: (search: { readonly ask?: unknown }): { readonly ask?: true } =>
    search.ask === true ? { ask: true } : {},
});
const about = createRoute({ getParentRoute: () => shell, path: ABOUT, component: AboutRoute });

const caseFrame = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId',
  component: CaseFrame,
});
const caseIndex = createRoute({
  getParentRoute: () => caseFrame,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/cases/$caseId/flow', params, replace: true });
  },
});
const overview = createRoute({
  getParentRoute: () => caseFrame,
  path: '/overview',
  component: OverviewRoute,
});
const flow = createRoute({
  getParentRoute: () => caseFrame,
  path: '/flow',
  component: FlowRoute,
  /** The meeting whose peek is open; whether the form for a contact is. */
  validateSearch: (search: {
    readonly meeting?: unknown;
    readonly add?: unknown;
  }): { readonly meeting?: string; readonly add?: 'contact' } => ({
    ...(typeof search.meeting === 'string' && { meeting: search.meeting }),
    ...(search.add === 'contact' && { add: 'contact' }),
  }),
});
const roadmap = createRoute({
  getParentRoute: () => caseFrame,
  path: '/roadmap',
  component: RoadmapRoute,
  /** The bar or milestone that is open beside the chart as it opens; the version that is shown. */
  validateSearch: (search: {
    readonly item?: unknown;
    readonly version?: unknown;
  }): { readonly item?: string; readonly version?: string } => ({
    ...(typeof search.item === 'string' && { item: search.item }),
    ...(typeof search.version === 'string' && { version: search.version }),
  }),
});
/** A record that the address names. */
const recordSearch = (search: { readonly record?: unknown }): { readonly record?: string } =>
  typeof search.record === 'string' ? { record: search.record } : {};

const findings = createRoute({
  getParentRoute: () => caseFrame,
  path: '/findings',
  component: FindingsRoute,
  /** The finding or the action that is marked. */
  validateSearch: recordSearch,
});
const materials = createRoute({
  getParentRoute: () => caseFrame,
  path: '/materials',
  component: MaterialsRoute,
  /** The meeting whose record is to be printed. */
  validateSearch: recordSearch,
});
const meeting = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId/meetings/$meetingId',
  component: MeetingRoute,
});

type SinceSearch = { readonly record?: unknown; readonly since?: unknown };

/** The record whose history alone is shown; from when on changes are asked for. */
const sinceSearch = (search: SinceSearch) => ({
  ...recordSearch(search),
  ...(isSinceId(search.since) && { since: search.since }),
});

const history = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId/history',
  component: HistoryRoute,
  validateSearch: sinceSearch,
});
const officeHistory = createRoute({
  getParentRoute: () => shell,
  path: '/settings/history',
  component: OfficeHistoryRoute,
  /** And the case from whose history one comes. */
  validateSearch: (search: SinceSearch & { readonly case?: unknown }) => ({
    ...sinceSearch(search),
    ...(typeof search.case === 'string' && { case: search.case }),
  }),
});

const logFiles = createRoute({
  getParentRoute: () => shell,
  path: '/settings/files',
  component: LogFilesRoute,
});

const walk = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId/walk',
  component: WalkRoute,
});

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const erase = createRoute({
  getParentRoute: () => shell,
  path: '/settings/erase',
  component: EraseRoute,
  validateSearch: (found: {
    readonly words?: unknown;
    readonly records?: unknown;
  }): { readonly words?: string | undefined; readonly records?: string | undefined } => ({
    words: textOf(found.words),
    records: textOf(found.records),
  }),
});

const importTable = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId/import',
  component: ImportRoute,
});

const routeTree = root.addChildren([
  welcome,
  roomFrame.addChildren([room]),
  shell.addChildren([
    home,
    cases,
    newCase,
    promises,
    people,
    person,
    organization,
    themes,
    themeMatrix,
    theme,
    knowHow,
    booklet,
    handover,
    handoverPromises,
    handoverBook,
    bin,
    search,
    settings,
    backup,
    bansoFile,
    about,
    meeting,
    importTable,
    walk,
    history,
    officeHistory,
    logFiles,
    erase,
    caseFrame.addChildren([caseIndex, overview, flow, roadmap, findings, materials]),
  ]),
]);

/** The app's addresses; they stand behind the `#`, since app:// serves one page only. */
export const createAppRouter = (session: Session) => {
  const router = createRouter({
    routeTree,
    history: createHashHistory(),
    context: { session },
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: ({ error }) => (
      <BrokenPage
        error={error}
        onReopen={() => {
          session.workspace.flush().finally(() => window.location.reload());
        }}
      />
    ),
  });
  router.subscribe('onBeforeNavigate', retryParts);
  return router;
};

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  // Merging with the library's own needs an interface.
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface Register {
    router: AppRouter;
  }
}
