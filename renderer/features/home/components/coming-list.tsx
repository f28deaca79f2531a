import { memo } from 'react';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import { inSight } from '../in-sight.ts';
import { type Coming, meetingIdOf } from '../model.ts';
import type { HomePlaces } from '../places.ts';
import styles from './home-lists.module.css';

type ComingListProps = Pick<HomePlaces, 'onOpenMeeting'> & {
  readonly coming: readonly Coming[];
};

const idOf = ({ id }: Coming): string => id;

/** A meeting's least height (px; see home-lists.module.css), and how many more come in each frame after the first. */
const LINE = 48;
const REST = 32;

/** The meetings of the next two weeks, and whether their programme has been begun. */
export const ComingList = memo(({ coming, onOpenMeeting }: ComingListProps) => {
  const drawn = useFewAtATime(coming, idOf, REST, inSight(LINE));
  return coming.length === 0 ? (
    <p className={styles.quiet}>2週間のうちに予定している会合はありません。</p>
  ) : (
    <ul className={styles.list}>
      {drawn.map((each) => (
        <li className={styles.coming} key={each.id}>
          <div className={styles.date}>
            <p className={styles.day}>{each.day}</p>
            <p className={styles.small}>{each.when}</p>
          </div>
          <div className={styles.words}>
            <LinkButton
              className={styles.title}
              onPress={() => onOpenMeeting(each.caseId, meetingIdOf(each))}
            >
              {each.title}
            </LinkButton>
            <p className={styles.small}>{each.detail}</p>
          </div>
          <Badge tone={each.isPrepared ? 'success' : 'warning'}>
            {each.isPrepared ? '次第あり' : '次第なし'}
          </Badge>
        </li>
      ))}
    </ul>
  );
});
