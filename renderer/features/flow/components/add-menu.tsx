import { ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '#ui/button.tsx';
import { Menu, type MenuAction } from '#ui/menu.tsx';
import { ADD_KIND_NAMES, type AddKind } from '../add-form.ts';

type AddMenuProps = {
  readonly hasRounds: boolean;
  readonly onPick: (kind: AddKind) => void;
  /** The rounds for which steps can be written down, that are no meetings. */
  readonly prepares: readonly number[];
  readonly onPrepare: (round: number) => void;
};

const KINDS: readonly AddKind[] = [
  'preMeeting',
  'round',
  'part',
  'orientation',
  'internal',
  'consultation',
  'exchange',
  'siteVisit',
  'information',
  'briefing',
  'other',
];

/** 会合を追加 ▾ */
export const AddMenu = ({ hasRounds, onPick, prepares, onPrepare }: AddMenuProps) => {
  const items = useMemo(
    () => [
      ...KINDS.map(
        (kind): MenuAction => ({
          id: kind,
          label: kind === 'part' ? '支援の部を足す' : ADD_KIND_NAMES[kind],
          ...(kind === 'part' && { note: '午前の部、午後の部' }),
          isDisabled: kind === 'part' && !hasRounds,
          startsGroup: kind === 'orientation',
          onAction: () => onPick(kind),
        }),
      ),
      ...prepares.map(
        (round, index): MenuAction => ({
          id: `preparation ${round}`,
          label: `第${round}回支援に向けた取組み`,
          ...(index === 0 && { note: '会合でないもの', startsGroup: true }),
          onAction: () => onPrepare(round),
        }),
      ),
    ],
    [hasRounds, onPick, prepares, onPrepare],
  );
  return (
    <Menu
      items={items}
      label="追加する会合の種類"
      placement="bottom end"
      trigger={<Button endIcon={<ChevronDown aria-hidden="true" size={16} />}>会合を追加</Button>}
    />
  );
};
