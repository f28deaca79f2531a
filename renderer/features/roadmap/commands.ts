import { act, onCase } from '#data/operations/record/records.ts';
import {
  addBar,
  type BarMoveValue,
  type BarPatch,
  type BarValues,
  duplicateBar,
  moveBars,
  removeBar,
  setBar,
} from '#data/operations/roadmap/bars.ts';
import { addDependency, removeDependency } from '#data/operations/roadmap/dependencies.ts';
import {
  type Imported,
  importRoadmapRows,
  type RoadmapRowValues,
} from '#data/operations/roadmap/import.ts';
import {
  addGroup,
  addLane,
  type GroupValues,
  type LanePatch,
  type LanePlace,
  type LaneValues,
  moveGroup,
  moveLane,
  type Removed,
  removeGroup,
  removeLane,
  renameGroup,
  setLane,
} from '#data/operations/roadmap/lanes.ts';
import {
  addMilestone,
  type MilestonePatch,
  type MilestoneValues,
  removeMilestone,
  setMilestone,
} from '#data/operations/roadmap/milestones.ts';
import {
  type BeginValues,
  type Begun,
  beginRoadmap,
  foldYear,
  type RoadmapPatch,
  setRoadmap,
} from '#data/operations/roadmap/roadmap.ts';
import {
  nameVersion,
  removeVersion,
  renameVersion,
  type VersionPatch,
  type VersionValues,
} from '#data/operations/roadmap/versions.ts';
import type { Command } from '#data/records/command.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type {
  BarId,
  DependencyId,
  GroupId,
  LaneId,
  MilestoneId,
} from '#shared/domain/roadmap/model.ts';
import { clip } from '#shared/text/limits.ts';

/** Longest name that an undo label quotes. */
const NAME_IN_LABEL = 20;

const named = (name: string): string => `「${clip(name.trim(), NAME_IN_LABEL)}」`;

/** Begins a case's roadmap: its period, groups and lanes in one step. */
export const beginCommand = (caseId: CaseId, values: BeginValues): Command<Begun> =>
  onCase(caseId, 'ロードマップをはじめる', beginRoadmap, values);

export const setRoadmapCommand = (caseId: CaseId, patch: RoadmapPatch): Command<null> =>
  onCase(caseId, 'ロードマップの設定を変更', setRoadmap, patch);

export const foldYearCommand = (
  caseId: CaseId,
  year: FiscalYear,
  isFolded: boolean,
): Command<null> =>
  onCase(
    caseId,
    `${formatFiscalYear(year)}を${isFolded ? 'たたむ' : '開く'}`,
    foldYear,
    year,
    isFolded,
  );

export const addGroupCommand = (caseId: CaseId, values: GroupValues): Command<GroupId> =>
  onCase(caseId, `分野${named(values.name)}を追加`, addGroup, values);

export const renameGroupCommand = (caseId: CaseId, id: GroupId, name: string): Command<null> =>
  onCase(caseId, '分野の名前を変更', renameGroup, id, name);

/** Places a group at an index among all groups. */
export const moveGroupCommand = (caseId: CaseId, id: GroupId, index: number): Command<null> =>
  onCase(caseId, '分野の順を変更', moveGroup, id, index);

/** Removes a group with its lanes and all that stands in them; gives how much that was. */
export const removeGroupCommand = (caseId: CaseId, id: GroupId, name: string): Command<Removed> =>
  onCase(caseId, `分野${named(name)}を削除`, removeGroup, id);

export const addLaneCommand = (caseId: CaseId, values: LaneValues): Command<LaneId> =>
  onCase(caseId, `取組み${named(values.name)}を追加`, addLane, values);

export const setLaneCommand = (caseId: CaseId, id: LaneId, patch: LanePatch): Command<null> =>
  onCase(
    caseId,
    patch.name === undefined ? '取組みの表示を変更' : '取組みの名前を変更',
    setLane,
    id,
    patch,
  );

/** Places a lane at an index among the lanes of a group. */
export const moveLaneCommand = (caseId: CaseId, id: LaneId, to: LanePlace): Command<null> =>
  onCase(caseId, '取組みの順を変更', moveLane, id, to);

/** Removes a lane with all that stands in it; gives how much that was. */
export const removeLaneCommand = (caseId: CaseId, id: LaneId, name: string): Command<Removed> =>
  onCase(caseId, `取組み${named(name)}を削除`, removeLane, id);

export const addBarCommand = (caseId: CaseId, values: BarValues): Command<BarId> =>
  onCase(caseId, `帯${named(values.label)}を追加`, addBar, values);

/** @param label for undo, where 帯を変更 can be said more exactly */
export const setBarCommand = (
  caseId: CaseId,
  id: BarId,
  patch: BarPatch,
  label = '帯を変更',
): Command<null> => onCase(caseId, label, setBar, id, patch);

/**
 * Moves bars together, followers too, as one step.
 * @param label as `moveLabel` words it: 帯を2か月うしろへ
 */
export const moveBarsCommand = (
  caseId: CaseId,
  moves: readonly BarMoveValue[],
  label = '帯を移動',
): Command<null> => onCase(caseId, label, moveBars, moves);

/** Puts a copy behind the bar (or where `at` says) and gives its id. */
export const duplicateBarCommand = (
  caseId: CaseId,
  id: BarId,
  at?: Omit<BarMoveValue, 'id'>,
): Command<BarId> => onCase(caseId, '帯を複製', duplicateBar, id, at);

/** Removes a bar with the dependencies that name it. */
export const removeBarCommand = (caseId: CaseId, id: BarId, label: string): Command<null> =>
  onCase(caseId, `帯${named(label)}を削除`, removeBar, id);

export const addMilestoneCommand = (
  caseId: CaseId,
  values: MilestoneValues,
): Command<MilestoneId> => onCase(caseId, '節目を追加', addMilestone, values);

/** @param ladder the document of the meeting that it is to follow, where that is another year's */
export const setMilestoneCommand = (
  caseId: CaseId,
  id: MilestoneId,
  patch: MilestonePatch,
  ladder: DocumentId = caseDocument(caseId),
): Command<null> => {
  const document = caseDocument(caseId);
  const documents = [...new Set([document, ladder])];
  return act('節目を変更', documents, setMilestone, document, id, patch, ladder);
};

export const removeMilestoneCommand = (
  caseId: CaseId,
  id: MilestoneId,
  label: string,
): Command<null> => onCase(caseId, `節目${named(label)}を削除`, removeMilestone, id);

/** Says that `after` may start only when `before` has ended; a loop is refused with its bars named. */
export const addDependencyCommand = (
  caseId: CaseId,
  before: BarId,
  after: BarId,
): Command<DependencyId> => onCase(caseId, '帯のつながりを追加', addDependency, before, after);

export const removeDependencyCommand = (caseId: CaseId, id: DependencyId): Command<null> =>
  onCase(caseId, '帯のつながりを削除', removeDependency, id);

/**
 * Keeps the roadmap as it stands now under a name; gives the version's id.
 * @param shownBy the cases whose meetings stand in it too
 */
export const nameVersionCommand = (
  caseId: CaseId,
  values: VersionValues,
  shownBy: readonly CaseId[] = [],
): Command<string> => {
  const document = caseDocument(caseId);
  const ladders = shownBy.map(caseDocument);
  const documents = [...new Set([document, ...ladders])];
  return act(`版${named(values.name)}を保存`, documents, nameVersion, document, values, ladders);
};

export const renameVersionCommand = (
  caseId: CaseId,
  id: string,
  patch: VersionPatch,
): Command<null> => onCase(caseId, '版の名前を変更', renameVersion, id, patch);

export const removeVersionCommand = (caseId: CaseId, id: string, name: string): Command<null> =>
  onCase(caseId, `版${named(name)}を削除`, removeVersion, id);

/** Adds rows that were pasted, with the groups and lanes that they need; gives what came of them. */
export const importRowsCommand = (
  caseId: CaseId,
  rows: readonly RoadmapRowValues[],
): Command<Imported> =>
  onCase(
    caseId,
    `表から帯を${rows.length.toLocaleString('ja-JP')}本取り込み`,
    importRoadmapRows,
    rows,
  );
