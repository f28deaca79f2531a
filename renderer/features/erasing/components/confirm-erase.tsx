import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { CONFIRMATION, type Held } from '../model.ts';
import styles from './erasing.module.css';
import { StillHeld } from './still-held.tsx';

type ConfirmEraseProps = {
  readonly count: number;
  readonly held: Held;
  /** Attached files whose bytes say a word. */
  readonly files: number;
  readonly onErase: (takesFiles: boolean) => void;
  readonly onClose: () => void;
};

/** Asks once more, by typing: nothing of it can be taken back. */
export const ConfirmErase = ({ count, held, files, onErase, onClose }: ConfirmEraseProps) => {
  const [typed, setTyped] = useState('');
  const [takesFiles, setTakesFiles] = useState(true);
  const isTyped = typed.trim() === CONFIRMATION;
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          <Button isDisabled={!isTyped} onPress={() => onErase(takesFiles)} variant="danger">
            {CONFIRMATION}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={`${count}か所から完全に消しますか`}
    >
      <div className={styles.parts}>
        <Notice
          happened="元に戻せません。"
          safe="消したものの変更履歴と、同じ欄で前に書き直した文章も、いっしょに消えます。ほかの記録は変わりません。"
          todo="終わったら、アプリを開き直して仕上げます。"
          tone="warning"
        />
        {files > 0 && (
          <Checkbox isSelected={takesFiles} onChange={setTakesFiles}>
            言葉が入っている添付ファイル{files}件も、ファイルごと消す
          </Checkbox>
        )}
        <div>
          <p className={styles.quiet}>消したあとも残るところ</p>
          <StillHeld held={held} />
        </div>
        <TextField
          autoFocus
          label={`確認のため「${CONFIRMATION}」と入力してください`}
          onChange={setTyped}
          onEnter={() => isTyped && onErase(takesFiles)}
          value={typed}
        />
      </div>
    </Dialog>
  );
};
