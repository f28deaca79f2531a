import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { HomePlaces } from '../places.ts';

/** An office without a case: two ways to begin. */
export const FirstSteps = ({
  onNewCase,
  onOpenSample,
}: Pick<HomePlaces, 'onNewCase' | 'onOpenSample'>) => {
  const [isOpening, setIsOpening] = useState(false);
  return (
    <Card>
      <EmptyState
        actions={
          <>
            <Button
              isPending={isOpening}
              onPress={() => {
                setIsOpening(true);
                onOpenSample().finally(() => setIsOpening(false));
              }}
            >
              サンプルを開く
            </Button>
            <Button onPress={onNewCase} variant="primary">
              案件をつくる
            </Button>
          </>
        }
        icon={<NotebookPen aria-hidden="true" />}
        title="案件はまだありません"
      >
        市町村の1年の支援が「案件」です。まずは益城町（令和4年度）のサンプルで、流れと記録のようすを見られます。
        サンプルは、いつでも削除できます。
      </EmptyState>
    </Card>
  );
};
