import { useState } from 'react';
import type { Problem, Result } from '#shared/result.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';
import styles from './passphrase-dialog.module.css';
import { TextField } from './text-field.tsx';

/** Shorter ones are guessed, however slow each guess is. */
const SHORTEST = 8;

type PassphraseDialogProps = {
  readonly title: string;
  /** It seals what is new, and is said twice; else it opens what is sealed. */
  readonly isNew: boolean;
  readonly action: string;
  /** What else is to be known of a new one. */
  readonly note?: string | undefined;
  /** Closes the dialog unless the answer is a problem. */
  readonly onPassphrase: (passphrase: string) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

/**
 * Asks for a passphrase. What is typed is in no draft: it stays in this window, and goes to main alone.
 */
export const PassphraseDialog = ({
  title,
  isNew,
  action,
  note,
  onPassphrase,
  onClose,
}: PassphraseDialogProps) => {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const words = typed.normalize('NFKC').trim();
  const isShort = isNew && [...words].length < SHORTEST;
  const isOther = isNew && again.normalize('NFKC').trim() !== words;
  const isReady = words !== '' && !isShort && !isOther;
  const go = async (): Promise<void> => {
    if (!isReady || isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    const answer = await onPassphrase(words);
    setIsBusy(false);
    if (answer.ok) onClose();
    else setProblem(answer.error);
  };
  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            やめる
          </Button>
          <Button
            isDisabled={!isReady}
            isPending={isBusy}
            onPress={() => void go()}
            variant="primary"
          >
            {action}
          </Button>
        </>
      }
      isBusy={isBusy}
      isOpen
      onClose={onClose}
      title={title}
    >
      <div className={styles.form}>
        {problem !== undefined && <Notice {...problem} tone="warning" />}
        <TextField
          autoComplete="off"
          autoFocus
          description={isNew ? `${SHORTEST}文字以上。全角と半角のちがいは問いません。` : undefined}
          error={typed !== '' && isShort ? `${SHORTEST}文字以上にしてください。` : undefined}
          label="合言葉"
          maxLength={200}
          onChange={setTyped}
          onEnter={() => void go()}
          value={typed}
        />
        {isNew && (
          <TextField
            autoComplete="off"
            error={again !== '' && isOther ? '上の合言葉と違います。' : undefined}
            label="合言葉（もう一度）"
            maxLength={200}
            onChange={setAgain}
            onEnter={() => void go()}
            value={again}
          />
        )}
        {isNew && <p className={styles.quiet}>合言葉を忘れると、だれにも開けません。{note}</p>}
      </div>
    </Dialog>
  );
};
