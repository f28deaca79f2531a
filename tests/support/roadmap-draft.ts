import { cases } from '#shared/domain/case/case.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import {
  bars,
  dependencies,
  laneGroups,
  lanes,
  milestones,
} from '#shared/domain/roadmap/collections.ts';
import type { Result } from '#shared/result.ts';
import { CASE, CASE_ID, type DraftDesk, draftDesk } from './drafts.ts';

/** A part of the names of all bars. */
export const BAR = '（帯）';
/** How it is refused what is not there. */
export const gone = (what: string) => `この${what}は見つかりません。`;
/** Why it is refused; '' where it is not. */
export const why = (result: Result<unknown>): string => (result.ok ? '' : result.error.happened);

/** Groups g1 (lanes l1, l2) and g2 (l3); bars b1, b2 in l1, b3 in l3; a milestone n1 in l1; b1 before b2. */
export const desk = (): DraftDesk => {
  const made = draftDesk();
  made.write((draft) => {
    draft.create(CASE, cases, { fiscalYear: 2022 }, CASE_ID);
    for (const id of ['g1', 'g2']) draft.create(CASE, laneGroups, { name: id }, id);
    for (const [id, group] of [
      ['l1', 'g1'],
      ['l2', 'g1'],
      ['l3', 'g2'],
    ]) {
      draft.create(CASE, lanes, { name: id, group } as never, id);
    }
    const span = { start: '2023-01', end: '2023-03' };
    for (const [id, lane] of [
      ['b1', 'l1'],
      ['b2', 'l1'],
      ['b3', 'l3'],
    ]) {
      draft.create(CASE, bars, { label: `${id}${BAR}`, lane, ...span } as never, id);
    }
    draft.create(CASE, milestones, { label: 'n1', lane: 'l1', date: '2023-02-13' } as never, 'n1');
    draft.create(CASE, meetings, { title: '報告会', date: '2023-03-20' }, 'm1');
    draft.create(CASE, dependencies, { before: 'b1', after: 'b2' } as never, 'd1');
  });
  return made;
};
/** The ids of rows in their order. */
export const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).join(' ');
