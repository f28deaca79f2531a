import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useToday } from '../use-today.ts';
import { FilesOfKnowHow } from './attached-files.tsx';
import { Awaited } from './awaited.tsx';
import {
  BookletPage,
  KnowHowPage,
  MatrixPage,
  ThemePage,
  ThemePeers,
  ThemesPage,
} from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';
import { PAPER_PORT } from './paper-port.ts';

/*
 * テーマ and ノウハウ, which stand beside the cases.
 */

export const ThemesRoute = () => {
  const places = usePlaces();
  return (
    <Awaited>
      <ThemesPage onOpenMatrix={places.themeMatrix} onOpenTheme={places.theme} />
    </Awaited>
  );
};

export const ThemeRoute = () => {
  const places = usePlaces();
  const { themeId } = useParams({ from: '/shell/themes/$themeId' });
  return (
    <Awaited>
      <ThemePage
        key={themeId}
        onOpenCase={(caseId) => places.caseTab(caseId, 'overview')}
        onOpenHistory={() => places.officeHistory(themeId)}
        onOpenKnowHow={places.knowHow}
        onOpenMeeting={places.meeting}
        onOpenTheme={places.theme}
        onOpenThemes={places.themes}
        peers={(theme) => (
          <Suspense fallback={null}>
            <ThemePeers theme={theme} />
          </Suspense>
        )}
        themeId={themeId}
      />
    </Awaited>
  );
};

export const MatrixRoute = () => (
  <Awaited>
    <MatrixPage onOpenThemes={usePlaces().themes} port={PAPER_PORT} />
  </Awaited>
);

export const KnowHowRoute = () => {
  const places = usePlaces();
  const navigate = useNavigate();
  const { card, theme } = useSearch({ from: '/shell/know-how' });
  return (
    <Awaited>
      <KnowHowPage
        files={(id) => <FilesOfKnowHow id={id} />}
        onOpenBooklet={places.booklet}
        onOpenCase={(caseId) => places.caseTab(caseId, 'overview')}
        onOpenHistory={places.officeHistory}
        onOpenMeeting={places.meeting}
        onSelect={(id) =>
          void navigate({ to: '/know-how', search: id === null ? {} : { card: id } })
        }
        selectedId={card ?? null}
        theme={theme}
        today={useToday()}
      />
    </Awaited>
  );
};

export const BookletRoute = () => {
  const places = usePlaces();
  return (
    <Awaited>
      <BookletPage onBack={() => places.knowHow()} port={PAPER_PORT} today={useToday()} />
    </Awaited>
  );
};
