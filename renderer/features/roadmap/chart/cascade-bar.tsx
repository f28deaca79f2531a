import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { cascadeWords } from '#shared/domain/roadmap/plan/cascade.ts';
import { Button } from '#ui/button.tsx';
import { isImeKey } from '#ui/ime.ts';
import { followersWords, goesWords } from './announce.ts';
import styles from './cascade-bar.module.css';
import type { Answer, Moving } from './use-bar-moves.ts';

type CascadeBarProps = {
  readonly roadmap: Roadmap;
  readonly moving: Moving;
  /** Whether the bar has been put down, and the answer is awaited. */
  readonly isAsking: boolean;
  readonly onAnswer: (answer: Answer) => void;
};

/** So many followers are named; the others are counted. */
const NAMED = 3;

/** Below the chart: which followers a move would push and by how much, before it is done. */
export const CascadeBar = ({ roadmap, moving, isAsking, onAnswer }: CascadeBarProps) => {
  const { bar, place, followers } = moving;
  const rest = followers.length - NAMED;
  return (
    <section
      aria-label="続く帯の確認"
      className={styles.bar}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isAsking && !isImeKey(event)) onAnswer('cancel');
      }}
    >
      <div className={styles.words}>
        <p className={styles.title}>
          {goesWords(roadmap, bar, place)}：{followersWords(followers)}
        </p>
        <ul className={styles.list}>
          {followers.slice(0, NAMED).map((move) => (
            <li key={move.id}>{cascadeWords(move)}</li>
          ))}
          {rest > 0 && <li>ほか{rest}本</li>}
        </ul>
      </div>
      {isAsking && (
        <div className={styles.buttons}>
          <Button onPress={() => onAnswer('cancel')}>やめる</Button>
          <Button onPress={() => onAnswer('alone')}>この帯だけ動かす</Button>
          <Button onPress={() => onAnswer('together')} variant="primary">
            いっしょに動かす
          </Button>
        </div>
      )}
    </section>
  );
};
