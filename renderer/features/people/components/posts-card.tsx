import { ArrowUpRight, EllipsisVertical, Trash2 } from 'lucide-react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { type PersonRow, type PostRow, posts, roleNote } from '#shared/domain/office/office.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { MemberField } from '#ui/member-field.tsx';
import { PickField } from '#ui/pick-field.tsx';
import { addPost, postActs } from '../commands.ts';
import { dotted } from '../dotted.ts';
import type { OfficeRows } from '../queries.ts';
import styles from './people.module.css';
import type { WhoPlaces } from './places.ts';

type PostsCardProps = {
  readonly person: PersonRow;
  /** The person's own, the latest first. */
  readonly posts: readonly PostRow[];
  readonly office: OfficeRows;
  readonly places: WhoPlaces;
};

/** 経歴: bodies and posts with their dates. Records show what was true on their day. */
export const PostsCard = ({ person, posts: own, office, places }: PostsCardProps) => {
  const run = useRun();
  return (
    <Card note={own.length > 0 ? `${own.length}件` : undefined} title="経歴">
      {own.length === 0 ? (
        <p className={styles.quiet}>
          所属がまだありません。機関を選ぶと加えられます。会合の記録には、その日の所属が出ます。
        </p>
      ) : (
        <ol className={styles.posts}>
          {own.map((post, index) => (
            <PostLine
              key={post.id}
              number={index + 1}
              office={office}
              person={person}
              places={places}
              post={post}
            />
          ))}
        </ol>
      )}
      <div className={styles.pick}>
        <MemberField
          draftKey={`add.post.${person.id}`}
          label="所属を加える"
          members={[]}
          onAdd={(id) => {
            const picked = office.organizations.find((each) => each.id === id);
            if (picked) void run(addPost(person.id, { id: picked.id, name: picked.name }));
          }}
          onCreate={(name) => void run(addPost(person.id, { name }))}
          onRemove={() => undefined}
          options={office.organizations.map(({ id, name, role, municipalityName }) => ({
            id,
            label: name,
            note: [roleNote(role), municipalityName].filter(Boolean).join(' '),
          }))}
          placeholder="機関の名前で探す、または新しく入力"
        />
      </div>
    </Card>
  );
};

type PostLineProps = Omit<PostsCardProps, 'posts'> & {
  readonly post: PostRow;
  readonly number: number;
};

const PostLine = ({ post, number, person, office, places }: PostLineProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const bound: Bound<typeof posts> = {
    collection: posts,
    row: post,
    store: (values, burst) => store(postActs.set(post.id, values), burst),
  };
  const body = office.organizations.find(({ id }) => id === post.organization);
  const name = body?.name ?? post.organizationName;
  const line = name === '' ? `経歴${number}` : name;
  const remove = async () => {
    const removed = await run(postActs.remove(post.id));
    if (removed.ok) undoToast(`${line}の所属を外しました。`);
  };
  return (
    <li className={styles.post}>
      <div className={styles.body}>
        <PickField
          isLabelHidden
          label={`経歴${number}の機関`}
          onChange={(id) => {
            const picked = office.organizations.find((each) => each.id === id);
            void run(
              postActs.set(post.id, {
                organization: picked?.id ?? NO_ID,
                organizationName: picked?.name ?? '',
              }),
            );
          }}
          options={office.organizations.map((each) => ({
            id: each.id,
            label: each.name,
            note: each.municipalityName,
          }))}
          placeholder={post.organizationName || '機関'}
          value={body?.id ?? null}
        />
      </div>
      <div className={styles.what}>
        <BoundText {...bound} field="post" label={`${line}での役職`} placeholder="役職" />
      </div>
      <div className={styles.span}>
        <BoundText
          {...bound}
          field="from"
          label={`${line}への着任`}
          placeholder="着任（R4.4）"
          shown={dotted(post.from)}
        />
        <span aria-hidden="true">～</span>
        <BoundText
          {...bound}
          field="to"
          label={`${line}からの離任`}
          placeholder="離任"
          shown={dotted(post.to)}
        />
      </div>
      <div className={styles.after}>
        <PickField
          isLabelHidden
          label={`${line}での後任`}
          onChange={(id) => {
            const picked = office.people.find((each) => each.id === id);
            void run(
              postActs.set(post.id, {
                successor: picked?.id ?? NO_ID,
                successorName: picked?.name ?? '',
              }),
            );
          }}
          options={office.people
            .filter(({ id }) => id !== person.id)
            .map(({ id, name: label, kana }) => ({ id, label, note: kana }))}
          placeholder={post.successorName || '後任'}
          value={post.successor === NO_ID ? null : post.successor}
        />
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={() => [
          ...(body === undefined
            ? []
            : [
                {
                  id: 'body',
                  label: '機関のページを開く',
                  icon: <ArrowUpRight aria-hidden="true" />,
                  onAction: () => places.organization(body.id),
                },
              ]),
          ...(post.successor === NO_ID
            ? []
            : [
                {
                  id: 'successor',
                  label: '後任のページを開く',
                  icon: <ArrowUpRight aria-hidden="true" />,
                  onAction: () => places.person(post.successor),
                },
              ]),
          {
            id: 'remove',
            label: '外す',
            icon: <Trash2 aria-hidden="true" />,
            tone: 'danger' as const,
            startsGroup: true,
            onAction: () => void remove(),
          },
        ]}
        label={`${line}の操作`}
        placement="bottom end"
      />
    </li>
  );
};
