import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '#shared/dates/types.ts';
import { Button } from '#ui/button.tsx';
import { ChangeDialog } from './change-dialog.tsx';

/** Opens 担当替え. */
export const ChangeButton = ({ today }: { readonly today: Day }) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        icon={<ArrowRightLeft aria-hidden="true" size={16} />}
        onPress={() => setIsOpen(true)}
        size="small"
      >
        担当替え
      </Button>
      {isOpen && <ChangeDialog onClose={() => setIsOpen(false)} today={today} />}
    </>
  );
};
