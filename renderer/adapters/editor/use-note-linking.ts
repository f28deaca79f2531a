import type { EditorView } from '@tiptap/pm/view';
import { useEffect, useMemo, useRef } from 'react';
import { showProblem, useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Attacher } from '#data/operations/attachment/attach.ts';
import { linkActs } from '#data/operations/meeting/linked-records.ts';
import type { Command } from '#data/records/command.ts';
import type { LinkedRecords } from '#data/records/linked-records.ts';
import type { OpenNote } from '#data/records/typing.ts';
import type { DateContext } from '#shared/dates/parse.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  LINK_KIND_NAMES,
  type LinkKind,
  type RecordLink,
} from '#shared/domain/meeting/linked-record.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { EDITOR_ORIGIN } from './editor-origin.ts';
import { linkSelected } from './link-command.ts';
import type { Stretch } from './link-lines.ts';
import { goBefore, goBehind, selectRecord } from './linked-editing.ts';
import { createLinkedViews, type LinkedView } from './linked-views.ts';

/** Where the records of a note live. */
export type NoteHome = {
  readonly document: DocumentId;
  readonly meeting: MeetingId;
  /** Against what a due date without a year is read. */
  readonly context: DateContext;
  /** Who puts pictures in, and when. */
  readonly by: Attacher;
  /** Whether all in the room see it: 心掛け and 反省 are the prefecture's own, and hidden. */
  readonly isInRoom: boolean;
};

/** All that is done with the records of one note. */
export type NoteLinking = ReturnType<typeof useNoteLinking>;

export const useNoteLinking = (
  note: OpenNote,
  { document, meeting, context, isInRoom }: NoteHome,
  view: () => EditorView | undefined,
) => {
  const workspace = useWorkspace();
  const undoToast = useUndoToast();
  const views = useMemo(createLinkedViews, []);
  const { linked } = note;
  const current = useRef({ context });
  current.current = { context };

  const linking = useMemo(() => {
    const acts = linkActs(document, meeting);
    const run = async (command: Command<unknown>, said?: string): Promise<void> => {
      const done = await workspace.run(command);
      if (!done.ok) showProblem(done.error);
      else if (said !== undefined) undoToast(said);
    };
    const onView = (shown: LinkedView, act: (view: EditorView, at: number) => void): void => {
      const [own, at] = [view(), shown.at()];
      if (own !== undefined && at !== undefined) act(own, at);
    };
    return {
      views,
      linked,
      isInRoom,
      set: acts.set,
      get context() {
        return current.current.context;
      },
      earOf: earOf(linked),
      run: (command: Command<unknown>) => void run(command),
      store: <T>(command: Command<T>, burst?: string) => workspace.run({ ...command, burst }),
      /** Makes records of the lines that are selected. */
      link: (kind: LinkKind, without?: Stretch) => {
        const own = view();
        if (own === undefined || own.composing) return;
        const { command, begun } = linkSelected(own, acts, kind, without);
        void run(command).then(() => {
          if (begun !== undefined) views.enter(begun, 'end');
          else own.focus();
        });
      },
      restore: (link: RecordLink) => void run(acts.restore(link)),
      remove: (link: RecordLink, name: string) =>
        void run(acts.remove(link), `${name}を本文からも削除しました。`),
      /** It was begun and says nothing: no word is lost. */
      dropEmpty: (link: RecordLink) => void run(acts.remove(link)),
      takeOut: (shown: LinkedView) =>
        onView(shown, (own, at) => {
          selectRecord(own, at);
          own.dispatch(own.state.tr.deleteSelection());
        }),
      goBehind: (shown: LinkedView, isEnter: boolean) =>
        onView(shown, (own, at) => goBehind(views, own, at, isEnter)),
      goBefore: (shown: LinkedView) => onView(shown, (own, at) => goBefore(views, own, at)),
      stepBack: (shown: LinkedView, isEmpty: boolean) =>
        onView(shown, (own, at) => {
          selectRecord(own, at);
          if (isEmpty) own.dispatch(own.state.tr.deleteSelection());
        }),
    };
  }, [workspace, undoToast, document, meeting, isInRoom, linked, views, view]);

  // Whoever takes a record out of the text is told where it is.
  useEffect(
    () =>
      linked.watch(({ links, origin }) => {
        if (origin !== EDITOR_ORIGIN) return;
        // The change is still being made; the next task sees it whole.
        setTimeout(() => tellOfGone(links, linking, undoToast));
      }),
    [linked, linking, undoToast],
  );
  return linking;
};

const tellOfGone = (
  links: readonly RecordLink[],
  { linked, dropEmpty }: Pick<ReturnType<typeof useNoteLinking>, 'linked' | 'dropEmpty'>,
  undoToast: (words: string) => void,
): void => {
  const left = links.flatMap((link) => {
    const record = linked.read(link);
    return record !== undefined && record.row.deletedAt === '' ? [{ link, record }] : [];
  });
  const said = left.filter(({ record }) => record.row.text !== '');
  for (const { link, record } of left) if (record.row.text === '') dropEmpty(link);
  const [first, ...others] = said;
  if (first === undefined) return;
  const { record } = first;
  const name = LINK_KIND_NAMES[record.collection === 'actions' ? 'action' : record.row.kind];
  const what = others.length === 0 ? name : `${said.length}件の記録`;
  undoToast(`${what}を本文から外しました。記録は右の一覧に残っています。`);
};

/** How to listen to one record, the same function each time it is asked for. */
const earOf = (linked: LinkedRecords) => {
  const ears = new Map<string, (changed: () => void) => () => void>();
  return (link: RecordLink): ((changed: () => void) => () => void) => {
    const key = `${link.collection}/${link.id}`;
    const ear = ears.get(key) ?? ((changed: () => void) => linked.subscribe(link, changed));
    ears.set(key, ear);
    return ear;
  };
};
