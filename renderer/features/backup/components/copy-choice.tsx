import { COPY_MARK } from '#shared/backup/words.ts';
import type { RestoreLine } from '#shared/ipc/backup.ts';
import { PickField } from '#ui/pick-field.tsx';
import { copyableLines, relationWords } from '../model.ts';
import styles from './backup-page.module.css';

type CopyChoiceProps = {
  readonly lines: readonly RestoreLine[];
  /** Its folder of logs. */
  readonly value: string | undefined;
  readonly onChoose: (folder: string | undefined) => void;
};

/** Which case is brought back beside today's, and what that means. */
export const CopyChoice = ({ lines, value, onChoose }: CopyChoiceProps) => {
  const line = lines.find(({ folder }) => folder === value);
  return (
    <>
      <PickField
        label="写しにする案件"
        onChange={(folder) => onChoose(folder ?? undefined)}
        options={copyableLines(lines).map(({ folder, title, relation }) => ({
          id: folder,
          label: title,
          note: relationWords(relation),
        }))}
        placeholder="市町村の名前で探す"
        value={value ?? null}
      />
      {line !== undefined && (
        <p>
          「{line.title}」の、この時の記録を、市町村の名前に「{COPY_MARK}
          」をつけた別の案件として加えます。いまの記録とのちがい：{relationWords(line.relation)}。
        </p>
      )}
      <p className={styles.quiet}>
        いまの案件には手を加えません。見比べて、要らなくなったら、写しの案件を削除してください。
        この時にごみ箱にあったものは、写しに入りません。
      </p>
    </>
  );
};
