import type { IsInternalPicture } from '../attachment/attachment.ts';
import { FINDING_KIND_NAMES, type FindingKind, findings } from '../meeting/meeting.ts';
import { type Audience, mayBeShownTo } from '../record/audience.ts';
import { reachOf } from '../record/collection.ts';
import {
  type MentionAt,
  type NoteWords,
  type PictureAt,
  retold,
  targetOfKey,
} from '../record/mention.ts';
import type { PrivatePeople } from '../record/outgoing.ts';
import type { LinePictures } from './table.ts';

/** A note as the cache keeps it. */
export type NoteOfRecord = {
  readonly id: string;
  readonly text: string;
  readonly mentions?: readonly MentionAt[] | undefined;
  readonly pictures?: readonly PictureAt[] | undefined;
  /** The text with what records are called today, where that is another one. */
  readonly today?: string | undefined;
};

/** For whom a note is printed. */
export type NoteReader = {
  readonly audience: Audience;
  readonly isPrivate: PrivatePeople;
  /** The document that it is of. */
  readonly document: string;
  /** Ids of the meetings of this case that the audience may know of. */
  readonly meetings: ReadonlySet<string>;
  /** Pictures that stay behind; their files are told of as such. */
  readonly isHidden: IsInternalPicture;
  /** Whether a line says the text of a finding that stays behind, and is told of as such. */
  readonly isCounted: (line: string) => boolean;
};

const PERSON = { what: '個人の名前', words: '（名前を省きました）' } as const;
const MEETING = { what: '課内の会合', words: '（会合の名前を省きました）' } as const;

/** What stands in a note of a finding that is in the bin: nobody wants it on paper. */
const BINNED = /^[^：]{1,6}（削除済み）：/u;

const KINDS = Object.keys(FINDING_KIND_NAMES) as readonly FindingKind[];

/** 心掛け：…: of a line that stands for a finding which goes no further than to others, or is written like one. */
const heldBackKind = (line: string, audience: Audience): FindingKind | undefined =>
  KINDS.find((kind) => {
    const reach = reachOf(findings, { kind })?.audience ?? 'public';
    return !mayBeShownTo(reach, audience) && line.startsWith(`${FINDING_KIND_NAMES[kind]}：`);
  });

export type PaperNote = {
  readonly lines: readonly string[];
  /** The hashes of lines that are pictures. */
  readonly pictures: LinePictures;
  /** What was taken from it beside lines of findings: 個人の名前, 心掛け. */
  readonly leftOut: readonly string[];
};

/** The lines of a note as somebody may read them on paper. */
export const noteForPaper = (note: NoteOfRecord | undefined, reader: NoteReader): PaperNote => {
  if (note === undefined) return { lines: [], pictures: {}, leftOut: [] };
  const leftOut: string[] = [];
  const shown = new Map(note.pictures?.map((picture) => [picture.line, picture]));
  const kept = textFor(note, reader, (what) => leftOut.push(what))
    .split('\n')
    .map((line, at) => ({ line, picture: shown.get(at) }))
    .filter(({ line }) => line.trim() !== '' && !BINNED.test(line))
    .filter(({ picture }) => picture === undefined || !reader.isHidden(picture))
    .filter(({ line }) => {
      const kind = heldBackKind(line, reader.audience);
      if (kind !== undefined && !reader.isCounted(line)) leftOut.push(FINDING_KIND_NAMES[kind]);
      return kind === undefined;
    });
  const pictures = kept.flatMap(({ picture }, at) => (picture ? [[at, picture.hash]] : []));
  return {
    lines: kept.map(({ line }) => line),
    pictures: Object.fromEntries(pictures),
    leftOut,
  };
};

/** For others a mention stays as it was written: what its record is called today may not be theirs to know. */
const textFor = (note: NoteOfRecord, reader: NoteReader, tell: (what: string) => void): string => {
  if (reader.audience === 'office') return note.today ?? note.text;
  const words: NoteWords = { text: note.text, mentions: note.mentions ?? [] };
  return retold(words, (key) => {
    const hidden = hiddenMention(key, reader);
    if (hidden !== undefined) tell(hidden.what);
    return hidden?.words;
  });
};

const hiddenMention = (
  key: string,
  { audience, isPrivate, document, meetings }: NoteReader,
): { readonly what: string; readonly words: string } | undefined => {
  const target = targetOfKey(key);
  switch (target?.collection) {
    case 'people':
      return audience === 'public' && isPrivate({ id: target.id }, 'id') ? PERSON : undefined;
    case 'meetings':
      return target.document === document && meetings.has(target.id) ? undefined : MEETING;
    default:
      return undefined;
  }
};
