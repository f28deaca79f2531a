import { z } from 'zod';
import { type DocumentId, isDocumentId } from '../documents/document-id.ts';
import type { Damage, FrameDraft, Head } from '../documents/frame.ts';
import { type DeviceId, type Id, isCommandId, isId } from '../domain/record/ids.ts';
import type { Problem } from '../result.ts';

/** One log file of a document, by its name: `<device>`, or `<device>~<tag>` for a fork that was kept. */
export type SourceName = Id<'source'>;

const SOURCE = /^([0-9a-z]{1,32})(?:~[0-9a-z]{1,32})?$/;

export const sourceOf = (device: DeviceId): SourceName => device as string as SourceName;

export const isSourceName = (value: string): value is SourceName => SOURCE.test(value);

export const deviceOfSource = (source: SourceName): DeviceId =>
  source.split('~')[0] as string as DeviceId;

/** One file as main finds it at the start. */
export type LogFile = {
  readonly document: DocumentId;
  readonly source: SourceName;
  readonly head: Head;
  /** In bytes; absent where it could not be looked at. */
  readonly size?: number;
  /** What follows the head is of a later version. */
  readonly isNewer?: boolean;
  /** Why it could not be looked at; its head then says nothing. */
  readonly problem?: Problem;
};

export type LogFiles = {
  readonly files: readonly LogFile[];
  /** Documents whose folder cannot be looked into now: nobody can say which files they have. */
  readonly closed: readonly { readonly document: DocumentId; readonly problem: Problem }[];
  /** What is no document of this version: left alone, and told. */
  readonly problems: readonly Problem[];
};

export type LogRequest = {
  readonly document: DocumentId;
  readonly source: SourceName;
  /** The last frame of the file that the asker has; what lies behind it is given. */
  readonly known: Head;
  /** Gives every frame, those too that a checkpoint saves reading: for history and conflicts. */
  readonly whole?: boolean | undefined;
  /**
   * With `whole`: the end of a long file alone, from the last checkpoint on that has at least so many frames
   * behind it. Nothing is told of what stands before.
   */
  readonly last?: number | undefined;
  /**
   * Without `whole`, for somebody who knows nothing of the file: what a checkpoint saves reading is not even
   * looked at, and nothing is told of damage there.
   */
  readonly state?: boolean | undefined;
};

/** What a file holds beyond what the asker has. */
export type LogPart = {
  /**
   * `continues`: the file goes on from what the asker knows; `whole`: it does not say so, and all that
   * matters of it is given; `forked`: it says something else in that place, and all is given too.
   */
  readonly relation: 'continues' | 'whole' | 'forked';
  /** Frames, see `unpackFrames`. */
  readonly packed: Uint8Array;
  readonly head: Head;
  /** Up to where everything stands in the file itself, checkpoints counted. */
  readonly held: Head;
  /** All that could not be read, healed by a checkpoint or not. */
  readonly damage: readonly Damage[];
  /** From some frame on the file is of a later version; what is given ends before it. */
  readonly isNewer: boolean;
  /** The file belongs to another document or device: nothing of it is given. */
  readonly isMisplaced: boolean;
};

/** Drafts for this device's file of one document; they reach the disk together or not at all. */
export type AppendGroup = {
  readonly document: DocumentId;
  /** Where the asker believes the file's end to be. */
  readonly known: Head;
  /** The asker has read and merged the file as it is: its first draft, a checkpoint, goes on from `known`. */
  readonly isMending?: boolean | undefined;
  readonly drafts: readonly FrameDraft[];
};

/** As main hears it: a draft that is none is null. */
export type AppendRequest = Omit<AppendGroup, 'drafts'> & {
  readonly drafts: readonly (FrameDraft | null)[];
};

export type AppendAnswer =
  | {
      readonly kind: 'appended';
      readonly document: DocumentId;
      /** One for each draft. */
      readonly heads: readonly Head[];
      /** Whether so much has come since the last checkpoint that the next one is due. */
      readonly isCheckpointDue: boolean;
    }
  /**
   * The file does not end where the asker believes: it goes on (`behind`), ends earlier (`shorter`), or
   * says something else there (`forked`). The asker reads and merges it; then, unless it was behind, only
   * a checkpoint may go on.
   */
  | { readonly kind: 'behind' | 'shorter' | 'forked'; readonly document: DocumentId }
  /** A later version has written the file. */
  | { readonly kind: 'newer'; readonly document: DocumentId }
  /** The draft at this place can never be stored. */
  | {
      readonly kind: 'refused';
      readonly document: DocumentId;
      readonly index: number;
      readonly problem: Problem;
    }
  | { readonly kind: 'failed'; readonly document: DocumentId; readonly problem: Problem };

/** A frame without what is erased. */
export type Redaction = {
  /** By the hash of the frame. */
  readonly hash: string;
  readonly update: Uint8Array;
  /** Whether the author's name stays. */
  readonly keepsAuthor: boolean;
};

/** One file of a document that is to be rewritten as a new generation. */
export type ErasedFile = {
  readonly source: SourceName;
  /** Where the asker, who has read all of it, believes its end to be. */
  readonly known: Head;
  readonly redactions: readonly Redaction[];
};

export type EraseRequest = {
  readonly document: DocumentId;
  /** One after the other; each as a whole, or not at all. */
  readonly files: readonly ErasedFile[];
  /** Behind what stands in our own file: what was erased, and the whole state without it. */
  readonly drafts: readonly FrameDraft[];
};

/** `changed`: a file is not as the asker has read it; it reads again, and asks again. */
export type EraseAnswer = 'erased' | 'changed';

const documentId = z.custom<DocumentId>(
  (value) => typeof value === 'string' && isDocumentId(value),
);
const sourceName = z.custom<SourceName>(
  (value) => typeof value === 'string' && isSourceName(value),
);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const head = z.object({
  generation: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  seq: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  hash: z.string().regex(/^(?:[0-9a-f]{32})?$/),
});

const frameDraftSchema = z.object({
  kind: z.enum(['update', 'checkpoint', 'adopt', 'erased']),
  format: z.int().min(1),
  time: z.number(),
  author: z.object({ id: z.string().regex(/^[0-9a-f]{0,32}$/), name: z.string().max(1000) }),
  command: z.custom<FrameDraft['command']>(
    (value) => typeof value === 'string' && isCommandId(value),
  ),
  label: z.string().max(2000),
  seen: z
    .array(
      z.object({
        device: z.custom<DeviceId>((value) => typeof value === 'string' && isId(value)),
        seq: z
          .int()
          .min(0)
          .max(2 ** 32 - 1),
        hash: z.string().regex(/^[0-9a-f]{32}$/),
      }),
    )
    .max(10_000),
  covers: head.optional(),
  update: bytes,
}) satisfies z.ZodType<FrameDraft>;

/** What a request must be; a draft that is none becomes null, so that it holds up no other. */
export const appendSchema = z
  .array(
    z.object({
      document: documentId,
      known: head,
      isMending: z.boolean().optional(),
      drafts: z.array(frameDraftSchema.nullable().catch(null)).min(1).max(1000),
    }),
  )
  .min(1)
  .max(2000);

export const eraseSchema = z.object({
  document: documentId,
  files: z
    .array(
      z.object({
        source: sourceName,
        known: head,
        redactions: z
          .array(
            z.object({
              hash: z.string().regex(/^[0-9a-f]{32}$/),
              update: bytes,
              keepsAuthor: z.boolean(),
            }),
          )
          .max(10_000_000),
      }),
    )
    .max(10_000),
  drafts: z.array(frameDraftSchema).max(1000),
}) satisfies z.ZodType<EraseRequest>;

export const logRequestSchema = z.object({
  document: documentId,
  source: sourceName,
  known: head,
  whole: z.boolean().optional(),
  last: z.int().min(1).max(100_000).optional(),
  state: z.boolean().optional(),
}) satisfies z.ZodType<LogRequest>;
