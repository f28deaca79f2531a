import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Comparison } from '#data/banso-file/compare.ts';
import { conflictLines } from '#features/conflicts/model.ts';
import type { MeetingRow, RoundRow } from '#shared/domain/meeting/meeting.ts';
import { useSession, useSettings } from '../session.tsx';
import { Awaited } from './awaited.tsx';
import { BansoPage } from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';

const rowsNamed = (records: Comparison['records'], name: string): readonly unknown[] =>
  records.flatMap(([key, row]) => (key.startsWith(`${name} `) ? [row] : []));

/** The words of 確認してください, for what would have to be decided. */
const conflictWords = ({ conflicts, records }: Comparison) =>
  conflictLines({
    conflicts,
    records: new Map(records),
    // A comparison has rows of any collection; these two are taken by their names.
    rounds: rowsNamed(records, 'rounds') as readonly RoundRow[],
    meetings: rowsNamed(records, 'meetings') as readonly MeetingRow[],
  });

export const BansoRoute = () => {
  const { banso } = useSession();
  const { userName } = useSettings();
  const navigate = useNavigate();
  const { ask } = useSearch({ from: '/shell/settings/hand-over-file' });
  const onAsked = useCallback(
    () => void navigate({ to: '/settings/hand-over-file', search: {}, replace: true }),
    [navigate],
  );
  return (
    <Awaited>
      <BansoPage
        conflictWords={conflictWords}
        isAsked={ask === true}
        onAsked={onAsked}
        onOpenSettings={usePlaces().settings}
        source={banso}
        userName={userName}
      />
    </Awaited>
  );
};
