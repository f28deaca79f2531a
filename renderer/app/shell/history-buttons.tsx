import { Redo2, Undo2 } from 'lucide-react';
import { useHistoryState } from '#adapters/store/store.tsx';
import { clip } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import styles from './shell.module.css';
import { useTravel } from './use-app-commands.ts';

/** Long enough to know the edit again, short enough for the bar (characters). */
const LABEL_LENGTH = 18;

/** What is undone is said where the window has room for it; the button's name says it always. */
const words = (verb: string, label: string | undefined, className: string | undefined) => (
  <>
    {verb}
    {label !== undefined && <span className={className}>（{clip(label, LABEL_LENGTH)}）</span>}
  </>
);

/** Undo and redo, each saying what it would do. */
export const HistoryButtons = () => {
  const { undo, redo } = useHistoryState();
  const travel = useTravel();
  return (
    <>
      <Button
        aria-label={undo === undefined ? '元に戻す' : `元に戻す（${undo}）`}
        icon={<Undo2 aria-hidden="true" />}
        isDisabled={undo === undefined}
        onPress={() => void travel('undo')}
        size="small"
        variant="quiet"
      >
        {words('元に戻す', undo, styles.what)}
      </Button>
      <Button
        aria-label={redo === undefined ? 'やり直す' : `やり直す（${redo}）`}
        icon={<Redo2 aria-hidden="true" />}
        isDisabled={redo === undefined}
        onPress={() => void travel('redo')}
        size="small"
        variant="quiet"
      >
        {words('やり直す', redo, styles.again)}
      </Button>
    </>
  );
};
