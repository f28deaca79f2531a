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
import { SideNav } from '#ui/side-nav.tsx';
import { usePlaces } from '../routes/navigation.ts';
import { useShownPath } from '../routes/shown-path.ts';
import { useConcernCount } from './use-concern-count.ts';

/** The places at the left: alone in going by the page that is shown, so that nothing else is drawn anew with each. */
export const PlacesNav = () => {
  const places = usePlaces();
  const path = useShownPath();
  const concerns = useConcernCount();
  return (
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
