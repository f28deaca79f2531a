import type { RefObject } from 'react';
import type { LinkedRecord } from '#data/records/linked-records.ts';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import { FINDING_KIND_NAMES, FINDING_KINDS } from '#shared/domain/meeting/meeting.ts';
import { type MenuAction, MenuList } from '#ui/menu.tsx';
import type { LinkedView } from './linked-views.ts';
import type { NoteLinking } from './use-note-linking.ts';

type LinkedMenuProps = {
  readonly link: RecordLink;
  readonly linking: NoteLinking;
  readonly name: string;
  readonly record: LinkedRecord;
  readonly view: LinkedView;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** What can be done with a record that stands in a note. */
export const LinkedMenu = ({
  link,
  linking,
  name,
  record,
  view,
  trigger,
  onClose,
}: LinkedMenuProps) => (
  <MenuList
    items={[
      ...ownActions(record, linking),
      {
        id: 'take-out',
        label: '本文から外す（記録は残す）',
        startsGroup: true,
        onAction: () => linking.takeOut(view),
      },
      {
        id: 'remove',
        label: '削除',
        tone: 'danger',
        onAction: () => linking.remove(link, name),
      },
    ]}
    label={`${name}の操作`}
    onClose={onClose}
    trigger={trigger}
  />
);

const ownActions = (record: LinkedRecord, linking: NoteLinking): readonly MenuAction[] => {
  if (record.collection === 'findings') {
    const { id, kind } = record.row;
    return FINDING_KINDS.filter((each) => each !== kind).map((each) => ({
      id: each,
      label: `${FINDING_KIND_NAMES[each]}にする`,
      onAction: () => linking.run(linking.set({ collection: 'findings', id }, { kind: each })),
    }));
  }
  const { id, state } = record.row;
  const next = state === 'open' ? 'done' : 'open';
  return [
    {
      id: next,
      label: next === 'done' ? '済みにする' : '未に戻す',
      onAction: () => linking.run(linking.set({ collection: 'actions', id }, { state: next })),
    },
  ];
};
