import {
  addKnowHowTheme,
  keepAsKnowHow,
  setKnowHowMembers,
  type ThemePick,
} from '#data/operations/knowhow/know-how.ts';
import { act, labelOfChange, recordActs, setRecord } from '#data/operations/record/records.ts';
import type { MemberValue, Values } from '#data/records/draft.ts';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import {
  type KnowHowRow,
  knowHows,
  MUNICIPALITY_KIND_NAMES,
  MUNICIPALITY_SIZE_NAMES,
  type MunicipalityKind,
  type MunicipalitySize,
} from '#shared/domain/office/know-how.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

const IN_OFFICE = [OFFICE];

/** One lesson of what was found in a case. */
export const keepAsKnowHowCommand = (caseId: CaseId, findings: readonly string[], today: Day) =>
  act('ノウハウにする', [OFFICE, caseDocument(caseId)], keepAsKnowHow, caseId, findings, today);

const named = <Id extends string>(
  ids: readonly Id[],
  names: Readonly<Record<Id, string>>,
): readonly MemberValue[] => ids.map((id) => ({ id, name: names[id] }));

/** What is done to a lesson on its page, each under the words that undo says. */
export const knowHowCommands = {
  ...recordActs(OFFICE, knowHows),
  set: (id: string, values: Values<typeof knowHows>) =>
    act(
      labelOfChange(knowHows, values),
      IN_OFFICE,
      setRecord<typeof knowHows>,
      OFFICE,
      knowHows,
      id,
      values,
    ),
  /** 今も有効: looked at today, and still true. */
  confirm: (id: string, today: Day) =>
    act('ノウハウを「今も有効」に', IN_OFFICE, setRecord<typeof knowHows>, OFFICE, knowHows, id, {
      confirmedOn: today,
    }),
  addTheme: (id: string, pick: ThemePick) =>
    act('ノウハウのテーマを変更', IN_OFFICE, addKnowHowTheme, id, pick),
  removeTheme: ({ id, themes }: KnowHowRow, theme: string) =>
    act(
      'ノウハウのテーマを変更',
      IN_OFFICE,
      setKnowHowMembers,
      id,
      'themes',
      themes.filter((each) => each.id !== theme),
    ),
  setKinds: (id: string, kinds: readonly MunicipalityKind[]) =>
    act(
      '向いている市町村を変更',
      IN_OFFICE,
      setKnowHowMembers,
      id,
      'kinds',
      named(kinds, MUNICIPALITY_KIND_NAMES),
    ),
  setSizes: (id: string, sizes: readonly MunicipalitySize[]) =>
    act(
      '向いている人口規模を変更',
      IN_OFFICE,
      setKnowHowMembers,
      id,
      'sizes',
      named(sizes, MUNICIPALITY_SIZE_NAMES),
    ),
};
