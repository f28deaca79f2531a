import { Outlet } from '@tanstack/react-router';
import {
  ArrowRightLeft,
  CalendarCheck,
  FolderOpen,
  House,
  Lightbulb,
  Settings,
  Tags,
  Trash2,
  UsersRound,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { AppFrame } from '#ui/app-frame.tsx';
import { SideNav } from '#ui/side-nav.tsx';
import { SearchTrigger, TopBar } from '#ui/top-bar.tsx';
import { Palette } from '../palette/palette.tsx';
import { usePlaces } from '../routes/navigation.ts';
import { useShownPath } from '../routes/shown-path.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { HistoryButtons } from './history-buttons.tsx';
import { Notices } from './notices.tsx';
import { SaveStatus } from './save-status.tsx';
import styles from './shell.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useConcernCount } from './use-concern-count.ts';
import { useGivenFile } from './use-given-file.ts';

/** The window around every page: places at the left, search, undo and save state above. */
export const Shell = () => {
  const places = usePlaces();
  const path = useShownPath();
  const [window, setWindow] = useState<'search' | 'shortcuts' | undefined>();
  const concerns = useConcernCount();
  const main = useFocusOnMove(path);
  useGivenFile();
  useAppCommands({
    search: () => setWindow('search'),
    shortcuts: () => setWindow('shortcuts'),
  });

  return (
    <AppFrame
      mainRef={main}
      side={
        <SideNav
          currentId={placeOf(path)}
          footItems={[
            {
              id: 'bin',
              label: 'ごみ箱',
              icon: <Trash2 aria-hidden="true" />,
              href: '#/bin',
              onPress: places.bin,
            },
            {
              id: 'settings',
              label: '設定',
              icon: <Settings aria-hidden="true" />,
              href: '#/settings',
              onPress: places.settings,
            },
          ]}
          items={[
            {
              id: 'home',
              label: 'ホーム',
              icon: <House aria-hidden="true" />,
              href: '#/',
              onPress: places.home,
              count: { value: concerns, label: '気になること' },
            },
            {
              id: 'cases',
              label: '案件',
              icon: <FolderOpen aria-hidden="true" />,
              href: '#/cases',
              onPress: places.cases,
            },
            {
              id: 'promises',
              label: '予定',
              icon: <CalendarCheck aria-hidden="true" />,
              href: '#/promises',
              onPress: places.promises,
            },
            {
              id: 'people',
              label: '人・機関',
              icon: <UsersRound aria-hidden="true" />,
              href: '#/people',
              onPress: () => places.people(),
            },
            {
              id: 'themes',
              label: 'テーマ',
              icon: <Tags aria-hidden="true" />,
              href: '#/themes',
              onPress: places.themes,
            },
            {
              id: 'know-how',
              label: 'ノウハウ',
              icon: <Lightbulb aria-hidden="true" />,
              href: '#/know-how',
              onPress: () => places.knowHow(),
            },
            {
              id: 'handover',
              label: '引継ぎ',
              icon: <ArrowRightLeft aria-hidden="true" />,
              href: '#/handover',
              onPress: places.handover,
            },
          ]}
          title="伴走ノート"
        />
      }
      top={
        <TopBar
          actions={<HistoryButtons />}
          search={
            <SearchTrigger
              label="記録のことばをさがす"
              onPress={() => setWindow('search')}
              shortcut="Ctrl K"
            />
          }
          status={<SaveStatus />}
        />
      }
    >
      <div className={styles.column}>
        <Notices />
        <div className={styles.page}>
          <ErrorBoundary of={path} onReset={places.home}>
            <Outlet />
          </ErrorBoundary>
        </div>
      </div>
      {window === 'search' && <Palette onClose={() => setWindow(undefined)} />}
      {window === 'shortcuts' && <ShortcutsDialog onClose={() => setWindow(undefined)} />}
    </AppFrame>
  );
};

const placeOf = (pathname: string): string | null => {
  if (pathname.startsWith('/search')) return null;
  if (pathname.startsWith('/cases')) return 'cases';
  if (pathname.startsWith('/promises')) return 'promises';
  if (pathname.startsWith('/people')) return 'people';
  if (pathname.startsWith('/themes')) return 'themes';
  if (pathname.startsWith('/know-how')) return 'know-how';
  if (pathname.startsWith('/handover')) return 'handover';
  if (pathname.startsWith('/bin')) return 'bin';
  return pathname.startsWith('/settings') ? 'settings' : 'home';
};

/** After going to another page the focus starts at its top; tabs of a case keep it where it is. */
const useFocusOnMove = (pathname: string) => {
  const main = useRef<HTMLElement>(null);
  const page = pathname.replace(/\/(overview|flow|findings|materials)$/, '');
  const last = useRef(page);
  useEffect(() => {
    // At the start nothing has the focus: keys that scroll would reach nothing.
    if (document.activeElement === document.body) main.current?.focus();
  }, []);
  useEffect(() => {
    if (last.current === page) return;
    last.current = page;
    const element = main.current;
    if (element === null) return;
    // A page that focuses one of its own fields has done so by now.
    if (!element.contains(document.activeElement)) element.focus();
    // What had the focus may go later, with the page before, which stays until this one has its rows.
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body) element.focus();
    });
    observer.observe(element, { childList: true, subtree: true });
    const stop = (): void => observer.disconnect();
    element.addEventListener('focusin', stop, { once: true });
    return () => {
      stop();
      element.removeEventListener('focusin', stop);
    };
  }, [page]);
  return main;
};
