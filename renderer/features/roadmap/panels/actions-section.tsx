import { actionNote, isUnfinished } from '#shared/domain/meeting/action.ts';
import type { ActionRow } from '#shared/domain/meeting/meeting.ts';
import { LinkTrail } from '#ui/link-trail.tsx';
import { PeekSection } from '#ui/peek-panel.tsx';

export type TiedActions = {
  /** Of all cases that show the roadmap. */
  readonly all: readonly ActionRow[];
  readonly onOpen: (action: ActionRow) => void;
};

/** 対応事項 that are tied to a bar or a milestone, each with the way to it; nothing where none is. */
export const ActionsSection = ({
  id,
  tied,
}: {
  readonly id: string;
  readonly tied: TiedActions;
}) => {
  const found = tied.all.filter(({ roadmapItems }) => roadmapItems.some((item) => item.id === id));
  return found.length === 0 ? null : (
    <PeekSection title="対応事項">
      <LinkTrail
        label="対応"
        links={found.map((action) => ({
          id: `${action.document} ${action.id}`,
          words: action.text,
          note: actionNote(action),
          isDone: !isUnfinished(action),
          onPress: () => tied.onOpen(action),
        }))}
      />
    </PeekSection>
  );
};
