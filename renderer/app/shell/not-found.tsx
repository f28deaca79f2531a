import { PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { usePlaces } from '../routes/navigation.ts';

/** An address that leads nowhere, such as a case that is in the bin. */
export const NotFound = () => {
  const places = usePlaces();
  return (
    <PageBody>
      <EmptyState
        actions={
          <Button onPress={places.home} variant="primary">
            ホームへ
          </Button>
        }
        title="この画面は見つかりません"
      >
        記録が削除されたか、場所が変わりました。ホームから開き直してください。
      </EmptyState>
    </PageBody>
  );
};
