import { LinkButton } from '#ui/link-button.tsx';
import type { Proposed } from '../model.ts';
import styles from './beside.module.css';
import type { BesideWays } from './beside-ways.ts';

type LessonsListProps = { readonly proposed: Proposed; readonly ways: BesideWays };

/** The latest few lessons of a case's themes, and the way to all of each theme. */
export const LessonsList = ({ proposed, ways }: LessonsListProps) => (
  <>
    <ul aria-label="ノウハウ" className={styles.list}>
      {proposed.lessons.slice(0, 3).map(({ id, title }) => (
        <li key={id}>
          <LinkButton onPress={() => ways.onOpenKnowHow(id)} weight="text">
            {title}
          </LinkButton>
        </li>
      ))}
    </ul>
    <div className={styles.themes}>
      {proposed.themes.map(({ id, name, count }) => (
        <LinkButton key={id} onPress={() => ways.onOpenKnowHowsOf(id)} weight="text">
          「{name}」のノウハウ{count}件
        </LinkButton>
      ))}
    </div>
  </>
);
