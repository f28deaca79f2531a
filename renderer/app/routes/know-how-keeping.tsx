import { type ReactNode, Suspense, useState } from 'react';
import type { Keeping } from '#adapters/store/keep-items.tsx';
import { useRun } from '#adapters/store/store.tsx';
import { keepAsKnowHowCommand } from '#features/knowhow/commands.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { showToast } from '#ui/toast-queue.ts';
import { useToday } from '../use-today.ts';
import { KeepDialog } from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';

/** Makes lessons of a case's findings; `window` is what may stand over the page meanwhile. */
export const useKnowHowKeeping = (
  caseId: CaseId,
): { readonly keeping: Keeping; readonly window: ReactNode } => {
  const run = useRun();
  const places = usePlaces();
  const today = useToday();
  const [gathered, setGathered] = useState<string>();
  const say = (id: string): void => {
    const action = { label: '開いて書き足す', onPress: () => places.knowHow(id) };
    showToast('ノウハウにしました。', { action });
  };
  const keep = async (finding: string): Promise<void> => {
    const kept = await run(keepAsKnowHowCommand(caseId, [finding], today));
    if (kept.ok) say(kept.value);
  };
  return {
    keeping: { keep: (finding) => void keep(finding), gather: setGathered },
    window: gathered !== undefined && (
      <Suspense fallback={null}>
        <KeepDialog
          caseId={caseId}
          finding={gathered}
          onClose={() => setGathered(undefined)}
          onKept={(id) => {
            setGathered(undefined);
            say(id);
          }}
          today={today}
        />
      </Suspense>
    ),
  };
};
