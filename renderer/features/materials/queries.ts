import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case.ts';
import { confirmations } from '#shared/domain/confirmation.ts';
import { changedMeetings } from '#shared/domain/confirmed-changes.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { type TableOptionsRow, tableOptions } from '#shared/domain/material.ts';
import {
  actions,
  attendances,
  findings,
  meetings,
  programmeItems,
  rounds,
  variants,
} from '#shared/domain/meeting.ts';
import { organizations, people } from '#shared/domain/office.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';

export type MaterialRows = TableRows & { readonly tableOptions: readonly TableOptionsRow[] };

/** All rows that the tables of one case are made of; undefined where there is no such case in use. */
export const materialRows =
  (caseId: CaseId): Query<MaterialRows | undefined> =>
  async (reader) => {
    const document = caseDocument(caseId);
    const from = [document];
    const row = await reader.one(cases, document, caseId);
    if (row === undefined) return undefined;
    const [
      confirmationRows,
      findingRows,
      actionRows,
      notes,
      roundRows,
      meetingRows,
      attendanceRows,
      programmeRows,
      variantRows,
      optionRows,
      organizationRows,
      personRows,
    ] = await Promise.all([
      reader.of(confirmations, from),
      reader.of(findings, from),
      reader.of(actions, from),
      reader.notes(from),
      reader.of(rounds, from),
      reader.of(meetings, from),
      reader.of(attendances, from),
      reader.of(programmeItems, from),
      reader.of(variants, from),
      reader.of(tableOptions, from),
      reader.of(organizations, [OFFICE]),
      reader.of(people, [OFFICE]),
    ]);
    const records = {
      rounds: roundRows,
      meetings: meetingRows,
      attendances: attendanceRows,
      programmeItems: programmeRows,
      findings: findingRows,
      actions: actionRows,
    };
    return {
      ...records,
      case: row,
      changed: changedMeetings(confirmationRows, { ...records, notes }),
      variants: variantRows,
      tableOptions: optionRows,
      organizations: organizationRows,
      people: personRows,
    };
  };
