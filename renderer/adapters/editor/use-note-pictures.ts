import type { EditorView } from '@tiptap/pm/view';
import { useEffect, useMemo, useRef } from 'react';
import { invoke, takeFile } from '#adapters/host/host.ts';
import { showProblem, useWorkspace } from '#adapters/store/store.tsx';
import { type Attacher, putPictures } from '#data/operations/attachment/attach.ts';
import type { Query } from '#data/records/query.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  attachments,
  type IsInternalPicture,
  internalPictures,
} from '#shared/domain/attachment/attachment.ts';
import { isPicture } from '#shared/domain/attachment/file-kind.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import type { TakenFile } from '#shared/ipc/attachments.ts';
import type { Problem } from '#shared/result.ts';
import { quote } from '#shared/text/typed.ts';
import { createPictureViews } from './picture-view.ts';
import { placePictures } from './place-pictures.ts';

type PictureHome = {
  readonly document: DocumentId;
  readonly meeting: MeetingId;
  /** Who puts pictures in, and when. */
  readonly by: Attacher;
  /** Whether all in the room see it: what is internal is hidden, and all until that is known. */
  readonly isInRoom: boolean;
};

/** The pictures of a document's notes that are internal. */
const internalIn =
  (document: DocumentId): Query<IsInternalPicture> =>
  async (reader) =>
    internalPictures(await reader.withBinned(attachments, [document]));

/** Ways in which pictures come into a note; each is attached to the meeting, and shown where the cursor stands. */
export const useNotePictures = (
  { document, meeting, by, isInRoom }: PictureHome,
  view: () => EditorView | undefined,
) => {
  const workspace = useWorkspace();
  const current = useRef(by);
  current.current = by;
  const views = useMemo(() => createPictureViews(() => isInRoom), [isInRoom]);
  useEffect(() => {
    if (!isInRoom) return undefined;
    // Where it cannot be read, all stay hidden.
    const asked = workspace.live(internalIn(document)).subscribe(views.tell, () => undefined);
    return () => asked.unsubscribe();
  }, [workspace, document, isInRoom, views]);
  return useMemo(() => {
    const put = async (taken: readonly TakenFile[]): Promise<void> => {
      const pictures = taken.filter(({ name }) => isPicture(name));
      for (const { name } of taken.filter((file) => !pictures.includes(file))) {
        showProblem(noPicture(name));
      }
      if (pictures.length === 0) return;
      const open = view();
      const done = await workspace.run(
        putPictures(
          document,
          meeting,
          pictures,
          current.current,
          open && ((placed) => open.dispatch(placePictures(open.state, placed))),
        ),
      );
      if (!done.ok) showProblem(done.error);
      else open?.focus();
    };
    return {
      views,
      /** Takes pasted or dropped ones. */
      take: async (files: readonly File[]): Promise<void> => {
        const taken: TakenFile[] = [];
        for (const file of files) {
          const found = await takeFile(file);
          if (found.ok) taken.push(found.value);
          else showProblem(found.error);
        }
        await put(taken);
      },
      /** Asks which. */
      choose: async (): Promise<void> => {
        const found = await invoke('chooseFiles', 'pictures');
        if (!found.ok) {
          showProblem(found.error);
          return;
        }
        for (const problem of found.value.refused) showProblem(problem);
        await put(found.value.taken);
      },
    };
  }, [workspace, document, meeting, view, views]);
};

const noPicture = (name: string): Problem => ({
  code: 'invalid-input',
  happened: `${quote(name)}は本文に入れられませんでした。`,
  safe: '本文はそのままです。',
  todo: '本文に入るのはPNG・JPEG・GIF・WebPの写真や図です。ほかのファイルは「添付ファイル」に加えてください。',
});
