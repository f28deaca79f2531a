import { type Bound, BoundField } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { type PersonRow, people } from '#shared/domain/office/office.ts';
import { Card } from '#ui/card.tsx';
import { setPerson } from '../commands.ts';
import styles from './people.module.css';
import { RoleSelect } from './role-select.tsx';

/** Who somebody is and how they are reached; each field is stored by itself. */
export const PersonCard = ({ person }: { readonly person: PersonRow }) => {
  const run = useRun();
  const store = useStoreField();
  const bound: Bound<typeof people> = {
    collection: people,
    row: person,
    store: (values, burst) => store(setPerson(person.id, values), burst),
  };
  return (
    <Card title="基本">
      <div className={styles.fields}>
        <BoundField {...bound} field="name" />
        <BoundField {...bound} field="kana" />
        <BoundField {...bound} field="formerNames" />
        <RoleSelect
          label="立場"
          onChange={(role) => void run(setPerson(person.id, { role }))}
          unknownLabel="所属の種別と同じ"
          value={person.role}
        />
        <BoundField {...bound} field="phone" />
        <BoundField {...bound} field="email" />
        <div className={styles.whole}>
          <BoundField {...bound} field="expertise" />
        </div>
        <div className={styles.whole}>
          <BoundField {...bound} field="remarks" />
        </div>
      </div>
    </Card>
  );
};
