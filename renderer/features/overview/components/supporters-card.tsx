import { memo, useMemo } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { type CaseSupporterRow, caseSupporters } from '#shared/domain/case/case.ts';
import { postsByPerson, postWords } from '#shared/domain/office/bodies.ts';
import { roleNote } from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { MemberField } from '#ui/member-field.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { supporterCommands } from '../commands.ts';
import type { OverviewRows } from '../queries.ts';
import styles from './overview-page.module.css';

/** What the office knows, to pick from. */
type Office = Pick<OverviewRows, 'organizations' | 'people' | 'posts'>;

type SupportersCardProps = Office & {
  readonly caseId: CaseId;
  readonly supporters: readonly CaseSupporterRow[];
};

/** Who supports the municipality, and the role that was agreed with each. */
export const SupportersCard = memo(({ caseId, supporters, ...office }: SupportersCardProps) => {
  const run = useRun();
  const commands = supporterCommands(caseId);
  const store = useStoreField();
  const undoToast = useUndoToast();
  const { organizations, people, posts } = office;
  const sections = useMemo(
    () => sectionsOf({ organizations, people, posts }, supporters),
    [organizations, people, posts, supporters],
  );
  const names = new Map<string, string>(
    [...organizations, ...people].map((each) => [each.id, each.name]),
  );
  const nameOf = ({ person, organizationId, name }: CaseSupporterRow) =>
    names.get(person || organizationId) ?? name;
  const remove = async (supporter: CaseSupporterRow) => {
    const removed = await run(commands.remove(supporter.id));
    if (!removed.ok) return;
    undoToast(`${nameOf(supporter)}を支援者から外しました。`);
  };
  return (
    <Card note={supporters.length > 0 ? `${supporters.length}者` : undefined} title="支援者と役割">
      {supporters.length === 0 ? (
        <p className={styles.quiet}>
          まだ決まっていません。AD、厚生局、振興局など、いっしょに支援する機関と役割を残せます。
        </p>
      ) : (
        <table className={styles.table}>
          <colgroup>
            <col style={{ width: '34%' }} />
            <col />
            <col style={{ width: '36px' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">支援者</th>
              <th scope="col">決めた役割</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {supporters.map((supporter, index) => (
              <tr key={supporter.id}>
                <th scope="row">
                  <div className={styles.name}>{nameOf(supporter)}</div>
                </th>
                <td>
                  <BoundText
                    collection={caseSupporters}
                    field="role"
                    label={`${nameOf(supporter)}の役割`}
                    placeholder="役割を入力"
                    row={supporter}
                    store={(values, burst) => store(commands.set(supporter.id, values), burst)}
                    wraps
                  />
                </td>
                <td className={styles.menu}>
                  <RowMenu
                    count={supporters.length}
                    index={index}
                    name={nameOf(supporter)}
                    onMove={(to) => void run(commands.move(supporter.id, to))}
                    onRemove={() => void remove(supporter)}
                    removeLabel="外す"
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.pick}>
        <MemberField
          draftKey={`add.supporter.${caseId}`}
          label="支援者を加える"
          members={[]}
          onAdd={(id) => {
            const person = people.find((each) => each.id === id);
            if (person) void run(commands.add({ person: person.id }));
            const picked = organizations.find((each) => each.id === id);
            if (picked) void run(commands.add({ id: picked.id, name: picked.name }));
          }}
          onCreate={(name) => void run(commands.add({ name }))}
          onRemove={() => undefined}
          sections={sections}
          placeholder="機関・人の名前で探す、または新しく入力"
        />
      </div>
    </Card>
  );
});

/** Bodies and people (AD as a person) that do not support the case yet. */
const sectionsOf = (
  { organizations, people, posts }: Office,
  supporters: SupportersCardProps['supporters'],
) => {
  const taken = new Set<string>(
    supporters.flatMap(({ organizationId, person }) => [organizationId, person]),
  );
  const held = postsByPerson(posts);
  const bodies = new Map(organizations.map((each) => [each.id as string, each]));
  return [
    {
      title: '機関・団体',
      options: organizations.map(({ id, name, role }) => ({
        id: id as string,
        label: name,
        note: roleNote(role),
      })),
    },
    {
      title: '人',
      options: people.map(({ id, name, role }) => ({
        id: id as string,
        label: name,
        note: [roleNote(role), postWords(postOn(held.get(id) ?? [], ''), bodies)]
          .filter(Boolean)
          .join(' '),
      })),
    },
  ].map((section) => ({
    ...section,
    options: section.options.filter(({ id }) => !taken.has(id)),
  }));
};
