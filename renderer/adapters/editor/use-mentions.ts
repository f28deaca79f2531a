import type { EditorView } from '@tiptap/pm/view';
import { useEffect, useMemo, useRef } from 'react';
import { showProblem, useWorkspace } from '#adapters/store/store.tsx';
import type { Subscription } from '#data/records/query.ts';
import type { OpenNote } from '#data/records/typing.ts';
import { type MentionTarget, mentionKey } from '#shared/domain/record/mention.ts';
import { showToast } from '#ui/toast-queue.ts';
import { createMentionChooser } from './mention-chooser.ts';
import { insertMention, newMentionCommand } from './mention-command.ts';
import { mentionMenuOf } from './mention-menu.ts';
import type { MentionOption } from './mention-options.ts';
import type { MentionPlace } from './mention-rows.ts';
import { createMentionViews } from './mention-views.ts';

/** All that is done with what one note mentions. */
export type NoteMentions = ReturnType<typeof useMentions>;

/** @param onOpen goes to a record that is there */
export const useMentions = (
  note: OpenNote,
  { document, meeting }: MentionPlace,
  onOpen: (target: MentionTarget) => void,
  view: () => EditorView | undefined,
) => {
  const workspace = useWorkspace();
  const views = useMemo(() => createMentionViews(document), [document]);
  const calls = useRef({ onOpen });
  calls.current = { onOpen };

  const mentions = useMemo(() => {
    const pick = async ({ pick: picked }: MentionOption): Promise<void> => {
      const own = view();
      const menu = own && mentionMenuOf(own.state);
      if (own === undefined || !menu || own.composing) return;
      const { from, to } = menu;
      const put = (target: MentionTarget, words: string): void =>
        insertMention(own, { from, to }, target, words);
      if (picked.kind === 'known') {
        note.begin();
        put(picked.target, picked.words);
        own.focus();
        return;
      }
      const done = await workspace.run(newMentionCommand(document, picked.made, put));
      if (done.ok) own.focus();
      else showProblem(done.error);
    };
    return {
      views,
      place: { document, meeting },
      pick: (option: MentionOption) => void pick(option),
      chooser: createMentionChooser((option) => void pick(option)),
      /** To what is mentioned, or why there is no way. */
      open: (target: MentionTarget) => {
        const found = views.find(mentionKey(target));
        if (found?.isGone === true) {
          showToast('リンク先は削除されたか、まだこのPCにありません。', { tone: 'hint' });
        } else calls.current.onOpen(found?.target ?? target);
      },
    };
  }, [workspace, views, note, document, meeting, view]);

  // Beside React: what is mentioned draws nothing of the editor anew.
  useEffect(() => {
    let asked: Subscription | undefined;
    const ask = (): void => {
      asked?.unsubscribe();
      const keys = views.keys();
      if (keys.length === 0) {
        asked = undefined;
        return;
      }
      asked = workspace
        .live((reader) => reader.mentioned(keys))
        // Where they cannot be read, the words of the time stand.
        .subscribe(views.tell, () => undefined);
    };
    const stop = views.subscribe(ask);
    ask();
    return () => {
      stop();
      asked?.unsubscribe();
    };
  }, [workspace, views]);
  return mentions;
};
