import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import styles from './banso-page.module.css';

type BansoCardProps = { readonly onOpen: () => void };

/** Hand-over files on 設定, in a line. */
export const BansoCard = ({ onOpen }: BansoCardProps) => (
  <Card
    actions={
      <Button onPress={onOpen} size="small">
        引継ぎファイルをつくる・開く
      </Button>
    }
    title="引継ぎファイル"
  >
    <p className={styles.quiet}>
      担当が替わるときに、案件の記録を一つのファイルで渡せます。もらったファイルもここで取り込みます。
    </p>
  </Card>
);
