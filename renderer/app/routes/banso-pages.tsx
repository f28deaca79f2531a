import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Comparison } from '#data/banso-file/compare.ts';
import { conflictLines, seenWords } from '#features/conflicts/model.ts';
import type { MeetingRow, RoundRow } from '#shared/domain/meeting/meeting.ts';
import { useSession, useSettings } from '../session.tsx';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import { HandoverTabs } from './handover-pages.tsx';
import { BansoPage } from './lazy-pages.ts';

const rowsNamed = (records: Comparison['records'], name: string): readonly unknown[] =>
  records.flatMap(([key, row]) => (key.startsWith(`${name} `) ? [row] : []));

/** The words of 確認してください, for what would have to be decided, and what each side had seen. */
const conflictWords = ({ conflicts, records, seen }: Comparison) => {
  const seenBy = new Map(seen);
  return conflictLines({
    conflicts,
    records: new Map(records),
    // A comparison has rows of any collection; these two are taken by their names.
    rounds: rowsNamed(records, 'rounds') as readonly RoundRow[],
    meetings: rowsNamed(records, 'meetings') as readonly MeetingRow[],
  }).map((line) => ({
    ...line,
    sides: line.sides.map((side, at) => {
      const had = seenBy.get(line.id)?.[at];
      return { ...side, seen: had === undefined ? '' : seenWords(line.conflict, had) };
    }),
  }));
};

export const BansoRoute = () => {
  const { banso } = useSession();
  const { userName } = useSettings();
  const today = useToday();
  const navigate = useNavigate();
  const { ask } = useSearch({ from: '/shell/handover/file' });
  const onAsked = useCallback(
    () => void navigate({ to: '/handover/file', search: {}, replace: true }),
    [navigate],
  );
  return (
    <Awaited>
      <BansoPage
        conflictWords={conflictWords}
        isAsked={ask === true}
        onAsked={onAsked}
        source={banso}
        tabs={<HandoverTabs current="file" />}
        today={today}
        userName={userName}
      />
    </Awaited>
  );
};
