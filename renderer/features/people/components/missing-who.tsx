import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

type MissingWhoProps = { readonly what: string; readonly onBack: () => void };

/** What an address of nobody leads to. */
export const MissingWho = ({ what, onBack }: MissingWhoProps) => (
  <EmptyState
    actions={<Button onPress={onBack}>人・機関へ戻る</Button>}
    title={`この${what}は見つかりません`}
  >
    削除した{what}は、「元に戻す」で戻せます。
  </EmptyState>
);
