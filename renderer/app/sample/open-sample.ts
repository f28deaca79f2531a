import { ensureOrganization } from '#data/operations/office/organizations.ts';
import { addRecord } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { Draft, Named } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { figures, municipalities, organizations } from '#shared/domain/office/office.ts';
import { type CaseId, type MunicipalityCode, randomId } from '#shared/domain/record/ids.ts';
import { readSample, type Sample } from '#shared/domain/sample.ts';
import { ok, type Result } from '#shared/result.ts';
import { addSampleCase, firstRefusal } from './sample-case.ts';

/**
 * Opens the sample: makes its cases as one step that undo takes back, or finds them where they have
 * been made before.
 * @returns the id of the sample's first case
 */
export const openSample = async (workspace: Workspace): Promise<Result<CaseId>> => {
  const { default: json } = await import('#resources/sample/mashiki.json');
  const sample = readSample(json);
  const [first] = sample.cases;
  const known = await workspace.ask(async (reader) =>
    (await reader.all(cases)).find(
      (row) =>
        row.municipalityCode === first?.municipality &&
        row.fiscalYear === first.fiscalYear &&
        row.source === first.source,
    ),
  );
  return known ? ok(known.id) : workspace.run(sampleCommand(sample));
};

export const sampleCommand = (sample: Sample): Command<CaseId> => {
  const ids = sample.cases.map(() => randomId<CaseId>());
  return {
    label: 'サンプルを開く',
    documents: [OFFICE, ...ids.map(caseDocument)],
    run: (draft) => {
      const members = addOrganizations(draft, sample);
      if (!members.ok) return members;
      const world = { office: sample.office, organizations: members.value };
      const made = sample.cases.map((each, index) =>
        addSampleCase(draft, ids[index] ?? randomId<CaseId>(), each, world),
      );
      addProfiles(draft, sample);
      return firstRefusal([...made, ...addFigures(draft, sample)]) ?? made[0] ?? ok(randomId());
    },
  };
};

/** Organisations that the office knows by name stay as they are. */
const addOrganizations = (
  draft: Draft,
  { office }: Sample,
): Result<ReadonlyMap<string, Named<'organizations'>>> => {
  const members = new Map<string, Named<'organizations'>>();
  const known = new Set(draft.rows(OFFICE, organizations).map(({ id }) => id));
  for (const { key, name, role, remarks = '', source } of office.organizations) {
    const member = ensureOrganization(draft, name, { role });
    if (!member.ok) return member;
    members.set(key, member.value);
    if (known.has(member.value.id)) continue;
    draft.set(OFFICE, organizations, member.value.id, { remarks, source });
  }
  return ok(members);
};

/** Municipalities that no case is about, such as the prefecture itself. */
const addProfiles = (draft: Draft, { office, cases: all }: Sample): void => {
  for (const {
    code,
    name,
    kana,
    prefecture,
    district = '',
    remarks = '',
    source,
  } of office.municipalities) {
    if (all.some((each) => each.municipality === code)) continue;
    if (draft.row(OFFICE, municipalities, code)) continue;
    const values = { name, kana, prefecture, district, remarks, source };
    draft.create(OFFICE, municipalities, values, code as MunicipalityCode);
  }
};

const addFigures = (draft: Draft, { office }: Sample): readonly Result<unknown>[] =>
  office.figures
    .filter(
      ({ municipality, label, source }) =>
        !draft
          .rows(OFFICE, figures)
          .some(
            (known) =>
              known.municipality === municipality &&
              known.label === label &&
              known.source === source,
          ),
    )
    .map(({ municipality, label, value, asOf = '', source }) =>
      addRecord(draft, OFFICE, figures, {
        municipality: municipality as MunicipalityCode,
        label,
        value,
        asOf,
        source,
      }),
    );
