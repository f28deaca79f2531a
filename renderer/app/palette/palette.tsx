import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import { assertNever } from '#shared/result.ts';
import { SearchDialog } from '#ui/search-dialog.tsx';
import { type Places, usePlaces } from '../routes/navigation.ts';
import { namesQuery, notesQuery } from './entries.ts';
import { type Indexed, index, search, type Target } from './search.ts';

/** Finds screens, cases, meetings, people and what is written in notes, from any screen. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const places = usePlaces();
  const [typed, setTyped] = useState('');
  const indexed = useIndex();
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => search(indexed ?? [], wanted), [indexed, wanted]);
  const targets = useMemo(
    () => new Map(found.flatMap(({ entries }) => entries.map(({ id, target }) => [id, target]))),
    [found],
  );
  return (
    <SearchDialog
      emptyText={
        indexed === undefined ? '読み込んでいます' : '見つかりません。ことばを変えてみてください。'
      }
      inputValue={typed}
      label="さがす"
      onClose={onClose}
      onInputChange={setTyped}
      onPick={(id) => {
        const target = targets.get(id);
        if (target === undefined) return;
        onClose();
        go(places, target);
      }}
      placeholder="会合、人、案件、記録のことば"
      sections={found.map(({ group, entries }) => ({
        title: group,
        options: entries.map(({ id, title, note }) => ({ id, label: title, note })),
      }))}
    />
  );
};

const go = (places: Places, target: Target): void => {
  switch (target.kind) {
    case 'home':
    case 'cases':
    case 'promises':
    case 'people':
    case 'themes':
    case 'knowHow':
    case 'newCase':
    case 'settings':
      places[target.kind]();
      break;
    case 'person':
    case 'organization':
      places[target.kind](target.id);
      break;
    case 'case':
      places.flow(target.caseId);
      break;
    case 'meeting':
      places.meeting(target.caseId, target.meetingId);
      break;
    default:
      assertNever(target);
  }
};

/** The rows as they are when the palette opens; the texts of notes follow the names. */
const useIndex = (): readonly Indexed[] | undefined => {
  const workspace = useWorkspace();
  const [indexed, setIndexed] = useState<readonly Indexed[] | undefined>();
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const names = index(await workspace.ask(namesQuery));
      if (isGone) return;
      setIndexed(names);
      const notes = index(await workspace.ask(notesQuery));
      if (!isGone) setIndexed([...names, ...notes]);
    };
    read().catch(() => setIndexed([]));
    return () => {
      isGone = true;
    };
  }, [workspace]);
  return indexed;
};
