declare const kind: unique symbol;

/** An id that the compiler keeps apart from the ids of other collections. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type CollectionName =
  | 'cases'
  | 'caseSupporters'
  | 'assignments'
  | 'yearNotes'
  | 'followUps'
  | 'preparations'
  | 'rounds'
  | 'meetings'
  | 'meetingDays'
  | 'attendances'
  | 'programmeItems'
  | 'findings'
  | 'actions'
  | 'variants'
  | 'confirmations'
  | 'people'
  | 'posts'
  | 'staff'
  | 'organizations'
  | 'municipalities'
  | 'figures'
  | 'themes'
  | 'knowHows'
  | 'peerSupports'
  | 'roadmaps'
  | 'laneGroups'
  | 'lanes'
  | 'bars'
  | 'milestones'
  | 'dependencies'
  | 'roadmapVersions'
  | 'tableOptions'
  | 'importMappings'
  | 'attachments'
  | 'officeAttachments'
  | 'handoverParts'
  | 'officeHandoverParts'
  | 'handoverSigns'
  | 'officeHandoverSigns';

/** What stands in a reference that names no record. */
export const NO_ID = '' as Id<never>;

export type CaseId = Id<'cases'>;
export type RoundId = Id<'rounds'>;
export type MeetingId = Id<'meetings'>;
export type PersonId = Id<'people'>;
export type StaffId = Id<'staff'>;
export type OrganizationId = Id<'organizations'>;
/** The 6-digit 全国地方公共団体コード, which is also the id of a municipality's profile. */
export type MunicipalityCode = Id<'municipalities'>;
/** One installation of the app: the only writer of the log files that carry its name. */
export type DeviceId = Id<'device'>;
/** A records folder, wherever it is copied to: 32 hexadecimal digits. */
export type FolderId = Id<'folder'>;
/** One command of anybody's: 16 hexadecimal digits, as a frame holds them. */
export type CommandId = Id<'command'>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;

/** 80 random bits in Crockford's base 32: safe as a file name and as a part of a record's key. */
export const randomId = <I extends Id<string>>(): I => {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('') as I;
};

/** So many random bytes as hexadecimal digits. */
export const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export const randomCommandId = (): CommandId => randomHex(8) as CommandId;

export const isCommandId = (value: string): value is CommandId => /^[0-9a-f]{16}$/.test(value);

export const isFolderId = (value: string): value is FolderId => /^[0-9a-f]{32}$/.test(value);

/** Whether a string may stand as an id in keys and file names. */
export const isId = (value: string): boolean => /^[0-9a-z]{1,32}$/.test(value);
