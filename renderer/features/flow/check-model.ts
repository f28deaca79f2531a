import type { Day } from '#shared/dates/types.ts';
import type { Check } from '#shared/domain/checks/check.ts';
import { checkRows } from '#shared/domain/checks/checks.ts';
import type { Flow } from './model.ts';
import type { FlowRows } from './queries.ts';

/** Something to check, with the meetings on the ladder that it speaks of. */
export type FlowCheck = Check & {
  readonly meetings: readonly { readonly id: string; readonly title: string }[];
};

/** What the flow of a case leaves open or contradicts; what concerns the chain of cases is shown with them. */
export const checksOf = (rows: FlowRows, flow: Flow, today: Day): readonly FlowCheck[] => {
  const found = checkRows(
    {
      ...rows,
      rounds: [...rows.rounds, ...rows.binnedRounds],
      meetings: [...rows.meetings, ...rows.binnedMeetings],
      cases: [],
    },
    today,
  );
  const owners = new Map<string, string>([
    ...[...rows.attendances, ...rows.programmeItems, ...rows.findings, ...rows.actions].map(
      (row) => [row.id, row.meeting] as const,
    ),
    ...flow.rungs.flatMap((rung) => {
      const first = rung.kind === 'round' ? rung.sessions[0] : undefined;
      return first ? [[rung.id, first.meeting.id] as const] : [];
    }),
  ]);
  return found
    .filter(({ code }) => code !== 'missing-case' && code !== 'continuation-cycle')
    .map((check) => {
      const ids = new Set(check.records.map((id) => (flow.meetings.has(id) ? id : owners.get(id))));
      const meetings = [...ids].flatMap((id) => {
        const view = id === undefined ? undefined : flow.meetings.get(id);
        return view ? [{ id: view.meeting.id, title: view.title }] : [];
      });
      return { ...check, meetings };
    });
};
