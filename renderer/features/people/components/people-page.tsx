import { Building2, UserRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLive, useStoreField } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { ROLE_NAMES, type Role } from '#shared/domain/office/office.ts';
import type { Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { Select } from '#ui/select.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { addOrganization, addPerson } from '../commands.ts';
import { filterWho, rolesIn, type WhoView, whoLines } from '../model.ts';
import { officeRows } from '../queries.ts';
import { DoublesCard } from './doubles-card.tsx';
import styles from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import type { WhoPlaces } from './places.ts';

type PeoplePageProps = {
  readonly today: Day;
  readonly view: WhoView;
  readonly onView: (view: WhoView) => void;
  readonly places: WhoPlaces;
};

const VIEWS: readonly { readonly id: WhoView; readonly label: string }[] = [
  { id: 'organizations', label: '機関' },
  { id: 'people', label: '人' },
];

/** 人・機関: everybody whom the office knows, found by a part of a name, a post or a kind. */
export const PeoplePage = ({ today, view, onView, places }: PeoplePageProps) => {
  const loaded = useLive(officeRows);
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role | 'all'>('all');
  const lines = useMemo(
    () => (loaded.state === 'ready' ? whoLines(loaded.value, today) : undefined),
    [loaded, today],
  );
  const own = lines?.[view];
  const roles = useMemo(() => rolesIn(own ?? []), [own]);
  // A kind that is not in this view hides nothing of it.
  const wanted = roles.some((each) => each.role === role) ? role : 'all';
  const shown = useMemo(() => own && filterWho(own, text, wanted), [own, text, wanted]);
  return (
    <Page
      header={
        <PageHeader
          subtitle={
            lines && `機関 ${lines.organizations.length}・人 ${lines.people.length}（全案件で共通）`
          }
          title="人・機関"
          variant="plain"
        />
      }
    >
      <PageBody>
        {loaded.state === 'loading' && <Loading />}
        {loaded.state === 'failed' && (
          <Notice
            happened="人・機関を読み込めませんでした。"
            safe="記録はそのまま残っています。"
            todo="アプリを開き直してください。"
            tone="danger"
          />
        )}
        {own !== undefined && shown !== undefined && (
          <>
            <div className={styles.tools}>
              <SegmentedControl label="表示" onChange={onView} options={VIEWS} value={view} />
              <SearchField
                className={styles.search}
                label="人・機関を絞り込む"
                onChange={setText}
                placeholder="名前、よみ、役職、市町村で絞り込む"
                value={text}
              />
              <Select
                className={styles.kind}
                isLabelHidden
                label="種別で絞り込む"
                onChange={setRole}
                options={[
                  { id: 'all', label: 'すべての種別' },
                  ...roles.map(({ role: id, count }) => ({
                    id,
                    label: ROLE_NAMES[id],
                    note: String(count),
                  })),
                ]}
                value={wanted}
              />
            </div>
            {loaded.state === 'ready' && (
              <DoublesCard key={view} kind={view} office={loaded.value} today={today} />
            )}
            <Card className={styles.list} padding="none">
              {own.length > 0 && (
                <PeopleTable
                  empty={
                    <EmptyState
                      actions={
                        <Button
                          onPress={() => {
                            setText('');
                            setRole('all');
                          }}
                        >
                          絞り込みをやめる
                        </Button>
                      }
                      title="あてはまるものがありません"
                    />
                  }
                  lines={shown}
                  places={places}
                  view={view}
                />
              )}
              {own.length === 0 && <Nothing view={view} />}
              <AddLine key={view} places={places} view={view} />
            </Card>
          </>
        )}
      </PageBody>
    </Page>
  );
};

type NothingProps = { readonly view: WhoView };

const Nothing = ({ view }: NothingProps) =>
  view === 'organizations' ? (
    <EmptyState icon={<Building2 aria-hidden="true" />} title="機関はまだありません">
      会合の「出席」や「支援者」に入力した機関が、ここに並びます。下の行からも加えられます。
    </EmptyState>
  ) : (
    <EmptyState icon={<UserRound aria-hidden="true" />} title="人はまだいません">
      会合の「出席」に「山田
      花子（福祉課・係長）」のように入力した人が、ここに並びます。下の行からも加えられます。
    </EmptyState>
  );

type AddLineProps = { readonly view: WhoView; readonly places: WhoPlaces };

/** What was made of the line is told, with the way to its page; leaving the line adds, too. */
const AddLine = ({ view, places }: AddLineProps) => {
  const run = useStoreField();
  const told = <T extends { readonly id: string; readonly name: string }>(
    result: Result<T>,
    open: (id: string) => void,
  ): Result<T> => {
    if (result.ok) {
      const { id, name } = result.value;
      showToast(`${name}を加えました。`, { action: { label: '開く', onPress: () => open(id) } });
    }
    return result;
  };
  return (
    <div className={styles.add}>
      {view === 'organizations' ? (
        <AddField
          draftKey="add.organization"
          label="機関を加える"
          maxLength={NAME_LIMIT}
          onAdd={async (name) => told(await run(addOrganization(name)), places.organization)}
          placeholder="機関を加える（例：益城町地域包括支援センター）"
        />
      ) : (
        <AddField
          draftKey="add.person"
          label="人を加える"
          maxLength={NAME_LIMIT}
          onAdd={async (text) => told(await run(addPerson(text)), places.person)}
          placeholder="人を加える（例：山田 花子（福祉課・係長））"
        />
      )}
    </div>
  );
};
