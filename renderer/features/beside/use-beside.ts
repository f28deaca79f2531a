import { useEffect, useMemo, useState } from 'react';
import { useLive, useWorkspace } from '#adapters/store/store.tsx';
import {
  type SimilarCase,
  similarCases,
  type ThemedCase,
} from '#shared/domain/knowhow/similar-cases.ts';
import type { Member } from '#shared/domain/record/collection.ts';
import { lessonsFor, type Proposed } from './model.ts';
import { casesOfThemes, lessons } from './queries.ts';

/** The lessons of a case's themes; undefined until they are known. */
export const useLessons = (themes: readonly Member[]): Proposed | undefined => {
  const loaded = useLive(lessons);
  return useMemo(
    () => (loaded.state === 'ready' ? lessonsFor(themes, loaded.value) : undefined),
    [loaded, themes],
  );
};

/**
 * Other municipalities that took up the same. Asked once, and anew when the themes change: every letter that is
 * typed touches a digest, and none of them changes what is told here.
 */
export const useSimilarCases = (own: ThemedCase): readonly SimilarCase[] => {
  const workspace = useWorkspace();
  const [found, setFound] = useState<readonly SimilarCase[]>([]);
  const asked = JSON.stringify([own.id, own.municipalityCode, own.municipalityName, own.themes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row is another object after each letter; `asked` says what of it counts
  useEffect(() => {
    let isGone = false;
    const themes = own.themes.map(({ id }) => id);
    const asking = themes.length === 0 ? Promise.resolve([]) : workspace.ask(casesOfThemes(themes));
    void asking.then(
      (digests) => !isGone && setFound(similarCases(own, digests)),
      // The cache was closed or lost meanwhile, which is told elsewhere.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [workspace, asked]);
  return found;
};
