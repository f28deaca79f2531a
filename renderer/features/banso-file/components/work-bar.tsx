import { ProgressBar } from '#ui/progress-bar.tsx';
import { useBansoProgress } from '../use-incoming.ts';

type WorkBarProps = {
  readonly label: string;
  readonly onCancel?: (() => void) | undefined;
};

/** How far main has come with a hand-over file. It hears of that itself: the page around it is drawn once. */
export const WorkBar = ({ label, onCancel }: WorkBarProps) => {
  const progress = useBansoProgress();
  return (
    <ProgressBar
      label={label}
      onCancel={onCancel}
      {...(progress !== undefined &&
        progress.all > 0 && { max: progress.all, value: progress.done })}
    />
  );
};
