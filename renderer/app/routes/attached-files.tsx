import { useMemo } from 'react';
import type { Owner } from '#features/attachments/owner.ts';
import type { CaseId, Id, MeetingId, MunicipalityCode } from '#shared/domain/record/ids.ts';
import { useSettings } from '../session.tsx';
import { useToday } from '../use-today.ts';
import { AttachmentsCard } from './lazy-pages.ts';

type FilesProps = { readonly owner: Owner; readonly name: string; readonly title?: string };

const Files = ({ owner, name, title }: FilesProps) => {
  const { userName } = useSettings();
  const today = useToday();
  const by = useMemo(() => ({ userName, today }), [userName, today]);
  return <AttachmentsCard by={by} name={name} owner={owner} title={title} />;
};

export const FilesOfMeeting = ({
  caseId,
  meetingId,
}: {
  readonly caseId: CaseId;
  readonly meetingId: string;
}) => {
  const owner = useMemo<Owner>(
    () => ({ kind: 'meeting', caseId, meeting: meetingId as MeetingId }),
    [caseId, meetingId],
  );
  return <Files name="record.files" owner={owner} />;
};

export const FilesOfCase = ({ caseId }: { readonly caseId: CaseId }) => {
  const owner = useMemo<Owner>(() => ({ kind: 'case', caseId }), [caseId]);
  return <Files name="overview.files" owner={owner} title="この案件の添付ファイル" />;
};

/** Seen from the cases of all its years. */
export const FilesOfMunicipality = ({
  code,
  name,
}: {
  readonly code: MunicipalityCode;
  readonly name: string;
}) => {
  const owner = useMemo<Owner>(() => ({ kind: 'municipality', code }), [code]);
  return (
    <Files
      name="overview.municipalityFiles"
      owner={owner}
      title={`${name}の添付ファイル（どの年度からも見えます）`}
    />
  );
};

export const FilesOfKnowHow = ({ id }: { readonly id: Id<'knowHows'> }) => {
  const owner = useMemo<Owner>(() => ({ kind: 'knowHow', id }), [id]);
  return <Files name="knowHow.files" owner={owner} />;
};
