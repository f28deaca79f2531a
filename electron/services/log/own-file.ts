import { rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DocumentId, folderOf } from '#shared/documents/document-id.ts';
import { type FileHeader, newFileHeader } from '#shared/documents/file-header.ts';
import { type FrameDraft, type Head, sameHead } from '#shared/documents/frame.ts';
import { type DeviceId, type FolderId, randomId } from '#shared/domain/record/ids.ts';
import type { AppendAnswer, AppendGroup } from '#shared/ipc/logs.ts';
import { isFault, syncFolder } from '../safe-files.ts';
import { appendBytes, cutBack, cutTorn, encodeDrafts, StuckError } from './append.ts';
import { isCheckpointDue } from './checkpoint-rule.ts';
import { EXTENSION } from './list-logs.ts';
import type { LogReader } from './log-reader.ts';
import { asDiskProblem, refusedProblem } from './problems.ts';
import { FIRST_END, type FileEnd, type ReadPart } from './read-part.ts';

export type OwnFileDependencies = {
  /** The folder of all logs, and the trusted one above it. */
  readonly folder: string;
  readonly below: string;
  readonly document: DocumentId;
  readonly device: DeviceId;
  readonly folderId: FolderId;
  readonly read: LogReader;
  readonly now: () => Date;
};

/** This device's own file of one document: the only one that is ever written. Calls come one at a time. */
export type OwnFile = {
  readonly append: (group: AppendGroup) => Promise<AppendAnswer>;
  /** Up to where the file's bytes may be believed; undefined when all of them may. */
  readonly limit: () => number | undefined;
  /** The file was rewritten: it is read again before anything is appended. */
  readonly rewritten: () => void;
};

type Placed =
  | { readonly kind: 'fits'; readonly fileEnd: FileEnd; readonly jumpFrom: Head | undefined }
  | { readonly kind: 'behind' | 'shorter' | 'forked' | 'newer' };

export const createOwnFile = (dependencies: OwnFileDependencies): OwnFile => {
  const { folder, below, document, device, folderId, read, now } = dependencies;
  const file = path.join(folder, folderOf(document), `${device}${EXTENSION}`);
  /** The file as we left it; a size that differs on the disk means that somebody else touched it. */
  let known: FileEnd | undefined;
  /** Where the file ended before a failed write whose bytes could not be cut off. */
  let stuckAt: number | undefined;

  const readWhole = (from: Head): Promise<ReadPart> =>
    read({ path: file, below, document, device, known: from, whole: false, limit: stuckAt });

  const sizeOf = (): Promise<number> =>
    stat(file).then(
      ({ size }) => size,
      (error: unknown) => {
        if (isFault(error, 'ENOENT')) return 0;
        throw error;
      },
    );

  /** Puts a file that is not ours, or says something else than we know, under a name of its own. */
  const keepAside = async (): Promise<void> => {
    const tag = randomId().slice(0, 8);
    await rename(file, path.join(path.dirname(file), `${device}~${tag}${EXTENSION}`));
    await syncFolder(path.dirname(file));
    known = undefined;
  };

  const place = async ({ known: asked, drafts, isMending }: AppendGroup): Promise<Placed> => {
    const size = await sizeOf();
    if (known !== undefined && known.end === size && sameHead(known.head, asked)) {
      return { kind: 'fits', fileEnd: known, jumpFrom: undefined };
    }
    const mayGoOn = isMending === true && drafts[0]?.kind === 'checkpoint';
    const { part, fileEnd, isUsable } = await readWhole(asked);
    if (part.isNewer) return { kind: 'newer' };
    const goesOn = asked.seq > 0 ? asked : undefined;
    if (!isUsable) {
      if (!mayGoOn) return { kind: 'forked' };
      await keepAside();
      return { kind: 'fits', fileEnd: FIRST_END, jumpFrom: goesOn };
    }
    if (fileEnd.end < size) await cutTorn(file, below, fileEnd.end, now());
    const { head } = fileEnd;
    const isAtEnd = sameHead(head, asked) || (asked.seq === 0 && head.seq === 0);
    if (isAtEnd) {
      known = fileEnd;
      return { kind: 'fits', fileEnd, jumpFrom: undefined };
    }
    // Rewritten by an eraser: what we know of the older generation counts for nothing.
    if (head.generation > asked.generation && asked.seq > 0) return { kind: 'behind' };
    if (head.seq > asked.seq) {
      if (part.relation !== 'forked') return { kind: 'behind' };
    } else if (head.seq < asked.seq) {
      if (!mayGoOn) return { kind: 'shorter' };
      return { kind: 'fits', fileEnd, jumpFrom: asked };
    }
    if (!mayGoOn) return { kind: 'forked' };
    await keepAside();
    return { kind: 'fits', fileEnd: FIRST_END, jumpFrom: goesOn };
  };

  const headerFor = ({ header }: FileEnd): FileHeader =>
    header ?? newFileHeader(document, device, folderId);

  const write = async (
    drafts: readonly FrameDraft[],
    fileEnd: FileEnd,
    jumpFrom: Head | undefined,
  ): Promise<AppendAnswer> => {
    const encoded = encodeDrafts(drafts, fileEnd, headerFor(fileEnd), jumpFrom);
    if (!encoded.ok) {
      const { index, refusal } = encoded.error;
      return { kind: 'refused', document, index, problem: refusedProblem(refusal) };
    }
    const { bytes, heads, fileEnd: after } = encoded.value;
    known = undefined;
    await appendBytes(file, below, fileEnd.end, bytes);
    known = after;
    return { kind: 'appended', document, heads, isCheckpointDue: isCheckpointDue(after) };
  };

  return {
    append: async (group) => {
      try {
        if (stuckAt !== undefined) {
          await cutBack(file, below, stuckAt);
          stuckAt = undefined;
        }
        const placed = await place(group);
        if (placed.kind !== 'fits') return { kind: placed.kind, document };
        return await write(group.drafts, placed.fileEnd, placed.jumpFrom).catch(
          (error: unknown) => {
            if (error instanceof StuckError) stuckAt = placed.fileEnd.end;
            throw error;
          },
        );
      } catch (error) {
        return { kind: 'failed', document, problem: asDiskProblem(error) };
      }
    },
    limit: () => stuckAt,
    rewritten: () => {
      known = undefined;
    },
  };
};
