import { Eraser, History } from 'lucide-react';
import { useMemo } from 'react';
import { BacklinksCard } from '#adapters/mentions/backlinks-card.tsx';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { postWords } from '#shared/domain/office/bodies.ts';
import { type PersonRow, type PostRow, roleNote } from '#shared/domain/office/office.ts';
import { latestFirst, postOn } from '#shared/domain/office/post-on.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Loading } from '#ui/loading.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { type OfficeRows, officeRows, personTraces } from '../queries.ts';
import { casesOf, meetingsOfPerson, partsOf } from '../traces.ts';
import { ActionsCard } from './actions-card.tsx';
import { MergeWith } from './merge-with.tsx';
import { MissingWho } from './missing-who.tsx';
import styles from './people.module.css';
import { PersonCard } from './person-card.tsx';
import type { WhoPlaces } from './places.ts';
import { PostsCard } from './posts-card.tsx';
import { CasesCard, MeetingsCard, PartsCard } from './trace-cards.tsx';

type PersonPageProps = {
  readonly personId: string;
  readonly today: Day;
  readonly places: WhoPlaces;
};

/** A person: who they are, what they were when, and all that the records say of them. */
export const PersonPage = ({ personId, today, places }: PersonPageProps) => {
  const loaded = useLive(officeRows);
  if (loaded.state === 'loading') return <Loading />;
  const person =
    loaded.state === 'ready' ? loaded.value.people.find(({ id }) => id === personId) : undefined;
  if (loaded.state === 'failed' || person === undefined) {
    return <MissingWho onBack={places.list} what="人" />;
  }
  return <Person office={loaded.value} person={person} places={places} today={today} />;
};

type PersonProps = {
  readonly office: OfficeRows;
  readonly person: PersonRow;
  readonly today: Day;
  readonly places: WhoPlaces;
};

const Person = ({ office, person, today, places }: PersonProps) => {
  const posts = useMemo(
    () => latestFirst(office.posts.filter((post) => post.person === person.id)),
    [office.posts, person.id],
  );
  const bodies = useMemo(
    () => new Map(office.organizations.map((row) => [row.id as string, row])),
    [office.organizations],
  );
  const traces = useLive(useMemo(() => personTraces(person.id), [person.id]));
  const found = useMemo(() => {
    if (traces.state !== 'ready') return undefined;
    const wordsOf = (post: PostRow | undefined) => postWords(post, bodies);
    return {
      meetings: meetingsOfPerson(traces.value, posts, wordsOf),
      parts: partsOf(traces.value),
      cases: casesOf(traces.value),
    };
  }, [traces, posts, bodies]);
  const now = postWords(postOn(posts, today), bodies);
  const role = roleNote(person.role);
  return (
    <Page
      header={
        <PageHeader
          actions={
            <>
              <MergeWith
                kind="people"
                office={office}
                onKept={places.person}
                row={person}
                today={today}
              />
              <Button
                icon={<History aria-hidden="true" size={16} />}
                onPress={() => places.history(person.id)}
                size="small"
                variant="quiet"
              >
                変更履歴
              </Button>
              <Button
                icon={<Eraser aria-hidden="true" size={16} />}
                onPress={() =>
                  places.erase(person.name, [
                    { document: OFFICE, collection: 'people', id: person.id },
                  ])
                }
                size="small"
                variant="quiet"
              >
                完全に消す…
              </Button>
            </>
          }
          crumbs={[{ label: '人・機関', onPress: places.list }, { label: '人' }]}
          meta={role === '' ? undefined : <Chip variant="outline">{role}</Chip>}
          subtitle={now}
          title={person.name}
        />
      }
    >
      <PageBody>
        <div className={styles.columns}>
          <div className={styles.column}>
            <PersonCard person={person} />
            <PostsCard office={office} person={person} places={places} posts={posts} />
          </div>
          <div className={styles.column}>
            <MeetingsCard
              asLabel="その日の所属・役職"
              empty="この人が出席した会合は、まだありません。会合の「出席」で選ぶと、ここに並びます。"
              meetings={found?.meetings}
              places={places}
              state={traces.state}
            />
            <PartsCard parts={found?.parts} places={places} state={traces.state} />
            <CasesCard cases={found?.cases} places={places} state={traces.state} />
            <BacklinksCard
              empty="記録の本文で「@」を打ってこの人にリンクすると、その会合がここに並びます。"
              onOpenMeeting={places.meeting}
              target={{ document: OFFICE, collection: 'people', id: person.id }}
            />
            <ActionsCard
              formerNames={person.formerNames}
              isPerson
              name={person.name}
              places={places}
            />
          </div>
        </div>
      </PageBody>
    </Page>
  );
};
