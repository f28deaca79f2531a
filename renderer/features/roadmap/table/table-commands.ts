import { onCase } from '#data/operations/record/records.ts';
import { importRoadmapRows } from '#data/operations/roadmap/import.ts';
import { addMilestone } from '#data/operations/roadmap/milestones.ts';
import {
  laneNamed,
  type NamedPlace,
  placeNamed,
  regroupLane,
} from '#data/operations/roadmap/places.ts';
import type { Command } from '#data/records/command.ts';
import type { PartialDate } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { LaneId, Span } from '#shared/domain/roadmap/model.ts';
import { fail, ok } from '#shared/result.ts';
import { clip } from '#shared/text/limits.ts';
import type { CellValues } from './read-cell.ts';

const named = (name: string): string => `「${clip(name, 20)}」`;

/** Puts a bar or a milestone into the lane that a row names; what is not there of it is made. */
export const placeCommand = (
  caseId: CaseId,
  kind: 'bar' | 'milestone',
  id: string,
  place: NamedPlace,
): Command<null> =>
  onCase(
    caseId,
    `${kind === 'bar' ? '帯' : '節目'}を取組み${named(place.lane)}へ移動`,
    placeNamed,
    kind,
    id,
    place,
  );

export const regroupCommand = (caseId: CaseId, lane: LaneId, group: string): Command<null> =>
  onCase(caseId, `取組みを分野${named(group)}へ移動`, regroupLane, lane, group);

/** Adds the bar that a row describes, in a lane that may have to be made. Gives its id. */
export const addRowCommand = (
  caseId: CaseId,
  place: NamedPlace,
  span: Span,
  { label = '', ...values }: CellValues,
): Command<string> => {
  const document = caseDocument(caseId);
  return {
    label: `帯${named(label)}を追加`,
    documents: [document],
    run: (draft) => {
      const { start: _start, end: _end, ...rest } = values;
      const row = { ...BLANK, ...rest, ...place, label, span };
      const done = importRoadmapRows(draft, document, [row]);
      if (!done.ok) return done;
      const [id] = done.value.bars;
      if (id !== undefined) return ok(id);
      return fail({
        code: 'taken',
        happened: `同じ取組みの同じ月に、${named(label)}がすでにあります。`,
        safe: '入力はそのまま残っています。',
        todo: '名前か月を変えてください。',
      });
    },
  };
};

const BLANK = {
  kind: 'operation',
  state: 'planned',
  progress: null,
  owner: '',
  actualStart: '',
  actualEnd: '',
  note: '',
} as const;

/** Adds the milestone that a row describes, in a lane that is there. Gives its id. */
export const addMilestoneRowCommand = (
  caseId: CaseId,
  place: NamedPlace,
  values: { readonly label: string; readonly date: PartialDate; readonly note: string },
): Command<string> => {
  const document = caseDocument(caseId);
  return {
    label: `節目${named(values.label)}を追加`,
    documents: [document],
    run: (draft) => {
      const lane = laneNamed(draft, document, place);
      if (!lane.ok) return lane;
      return addMilestone(draft, document, { ...values, lane: lane.value });
    },
  };
};
