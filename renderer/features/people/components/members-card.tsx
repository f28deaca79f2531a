import type { Day } from '#shared/dates/types.ts';
import type { OrganizationRow, PersonRow, PostRow } from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { dotted } from '../dotted.ts';
import type { OfficeRows } from '../queries.ts';
import styles from './people.module.css';
import type { WhoPlaces } from './places.ts';

type MembersCardProps = {
  readonly body: OrganizationRow;
  readonly office: OfficeRows;
  /** The posts of each person, the latest first. */
  readonly held: ReadonlyMap<string, readonly PostRow[]>;
  readonly today: Day;
  readonly places: WhoPlaces;
};

/** Who belongs to a body today, who did before, and the bodies that are parts of it. */
export const MembersCard = ({ body, office, held, today, places }: MembersCardProps) => {
  const members = office.people.flatMap((person) => {
    const own = held.get(person.id) ?? [];
    const here = own.find(({ organization }) => organization === body.id);
    return here === undefined
      ? []
      : [{ person, post: here, isNow: postOn(own, today)?.organization === body.id }];
  });
  const parts = office.organizations.filter(({ parent }) => parent === body.id);
  const now = members.filter(({ isNow }) => isNow);
  const before = members.filter(({ isNow }) => !isNow);
  return (
    <Card note={now.length > 0 ? `いま ${now.length}人` : undefined} title="所属する人">
      {members.length === 0 && (
        <p className={styles.quiet}>
          まだいません。人のページの「経歴」で、この機関を選ぶと並びます。
        </p>
      )}
      <ul className={styles.traces}>
        {now.map((each) => (
          <Member {...each} key={each.person.id} places={places} />
        ))}
      </ul>
      {before.length > 0 && (
        <>
          <h3 className={styles.small}>以前に所属した人・これから所属する人</h3>
          <ul className={styles.traces}>
            {before.map((each) => (
              <Member {...each} key={each.person.id} places={places} />
            ))}
          </ul>
        </>
      )}
      {parts.length > 0 && (
        <>
          <h3 className={styles.small}>この機関の中の機関</h3>
          <ul className={styles.traces}>
            {parts.map(({ id, name }) => (
              <li className={styles.trace} key={id}>
                <LinkButton onPress={() => places.organization(id)} weight="text">
                  {name}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
};

type MemberProps = {
  readonly person: PersonRow;
  readonly post: PostRow;
  readonly places: WhoPlaces;
};

const Member = ({ person, post, places }: MemberProps) => (
  <li className={styles.trace}>
    <span className={styles.words}>
      <LinkButton onPress={() => places.person(person.id)} weight="text">
        {person.name}
      </LinkButton>
      <span className={styles.as}>
        {[post.post, spanWords(post), afterWords(post)].filter(Boolean).join(' ・ ')}
      </span>
    </span>
  </li>
);

/** R4.4～R6.3 */
const spanWords = ({ from, to }: PostRow): string =>
  from === '' && to === '' ? '' : `${dotted(from)}～${dotted(to)}`;

const afterWords = ({ successorName }: PostRow): string =>
  successorName === '' ? '' : `後任 ${successorName}`;
