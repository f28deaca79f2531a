import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '#shared/dates/types.ts';
import { Button } from '#ui/button.tsx';
import { ChangeDialog } from './change-dialog.tsx';

type ChangeButtonProps = {
  readonly today: Day;
  /** `small` at the head of a card. */
  readonly size?: 'small' | undefined;
};

/** Opens 担当替え. */
export const ChangeButton = ({ today, size }: ChangeButtonProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        icon={<ArrowRightLeft aria-hidden="true" size={16} />}
        onPress={() => setIsOpen(true)}
        size={size}
      >
        担当替え
      </Button>
      {isOpen && <ChangeDialog onClose={() => setIsOpen(false)} today={today} />}
    </>
  );
};
