import { type Bound, BoundField } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { type OrganizationRow, organizations, roleNote } from '#shared/domain/office/office.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { PickField } from '#ui/pick-field.tsx';
import { setOrganization } from '../commands.ts';
import type { OfficeRows } from '../queries.ts';
import styles from './people.module.css';
import { RoleSelect } from './role-select.tsx';

type OrganizationCardProps = { readonly body: OrganizationRow; readonly office: OfficeRows };

/** What a body is, where it belongs and how it is reached; each field is stored by itself. */
export const OrganizationCard = ({ body, office }: OrganizationCardProps) => {
  const run = useRun();
  const store = useStoreField();
  const set = (values: Parameters<typeof setOrganization>[1]): void => {
    void run(setOrganization(body.id, values));
  };
  const bound: Bound<typeof organizations> = {
    collection: organizations,
    row: body,
    store: (values, burst) => store(setOrganization(body.id, values), burst),
  };
  const others = office.organizations.filter(({ id }) => id !== body.id);
  return (
    <Card title="基本">
      <div className={styles.fields}>
        <BoundField {...bound} field="name" />
        <BoundField {...bound} field="kana" />
        <BoundField {...bound} field="formerNames" />
        <RoleSelect label="種別" onChange={(role) => set({ role })} value={body.role} />
        <PickField
          label="市町村"
          onChange={(id) => {
            const picked = office.municipalities.find((each) => each.id === id);
            set({ municipality: picked?.id ?? NO_ID, municipalityName: picked?.name ?? '' });
          }}
          options={office.municipalities.map(({ id, name, kana }) => ({
            id,
            label: name,
            note: kana,
          }))}
          placeholder={body.municipalityName || '市町村の機関のとき'}
          value={body.municipality === NO_ID ? null : body.municipality}
        />
        <PickField
          label="上位の機関"
          onChange={(id) => {
            const picked = others.find((each) => each.id === id);
            set({ parent: picked?.id ?? NO_ID, parentName: picked?.name ?? '' });
          }}
          options={optionsOf(others.filter((each) => each.parent !== body.id))}
          placeholder={body.parentName || '例：益城町'}
          value={body.parent === NO_ID ? null : body.parent}
        />
        <PickField
          label="管轄の広域本部・振興局"
          onChange={(id) => {
            const picked = others.find((each) => each.id === id);
            set({ regionalOffice: picked?.id ?? NO_ID, regionalOfficeName: picked?.name ?? '' });
          }}
          options={optionsOf(others.filter(({ role }) => role === 'regionalOffice'))}
          placeholder={body.regionalOfficeName || '種別が広域本部・振興局の機関から'}
          value={body.regionalOffice === NO_ID ? null : body.regionalOffice}
        />
        <BoundField {...bound} field="address" />
        <BoundField {...bound} field="phone" />
        <div className={styles.whole}>
          <BoundField {...bound} field="remarks" />
        </div>
        <div className={styles.whole}>
          <BoundField {...bound} field="source" />
        </div>
      </div>
    </Card>
  );
};

const optionsOf = (bodies: readonly OrganizationRow[]) =>
  bodies.map(({ id, name, role }) => ({ id, label: name, note: roleNote(role) }));
