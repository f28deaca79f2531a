import { useMemo } from 'react';
import { roleNote } from '#shared/domain/office/office.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { MemberField } from '#ui/member-field.tsx';
import type { AddContext, AddForm } from '../add-form.ts';
import type { FlowRows } from '../queries.ts';
import styles from './add-dialog.module.css';

type AddSupportersProps = {
  readonly draftKey: string;
  readonly supporters: AddForm['supporters'];
  readonly meetings: AddContext['meetings'];
  readonly rows: Pick<FlowRows, 'organizations' | 'caseSupporters'>;
  readonly onChange: (supporters: AddForm['supporters']) => void;
};

/** Who supports: those of the case first, then the office's organisations, or a new name. */
export const AddSupporters = ({
  draftKey,
  supporters,
  meetings,
  rows,
  onChange,
}: AddSupportersProps) => {
  const sections = useMemo(() => sectionsOf(rows), [rows]);
  const last = lastSupportersOf(meetings);
  return (
    <div className={styles.wide}>
      <MemberField
        draftKey={draftKey}
        label="支援者"
        maxLength={NAME_LIMIT}
        members={supporters.map(({ id, name }) => ({ id, label: name }))}
        onAdd={(id) => {
          const organization = rows.organizations.find((row) => row.id === id);
          if (organization) {
            onChange([...supporters, { id, name: organization.name, isNew: false }]);
          }
        }}
        onCreate={(name) => onChange([...supporters, { id: `new ${name}`, name, isNew: true }])}
        onRemove={(id) => onChange(supporters.filter((each) => each.id !== id))}
        placeholder="名前で探す、なければその場で加える"
        sections={sections}
      />
      {supporters.length === 0 && last !== undefined && (
        <LinkButton
          className={styles.same}
          onPress={() => onChange(last.map(({ id, name }) => ({ id, name, isNew: false })))}
        >
          前の会合と同じ（{last.map(({ name }) => name).join('、')}）
        </LinkButton>
      )}
    </div>
  );
};

const sectionsOf = ({ caseSupporters, organizations }: AddSupportersProps['rows']) => {
  const own = new Set(caseSupporters.map(({ organizationId }) => organizationId));
  const options = organizations.map(({ id, name, role }) => ({
    id,
    label: name,
    ...(roleNote(role) !== name && { note: roleNote(role) }),
  }));
  return [
    { title: 'この案件の支援者', options: options.filter(({ id }) => own.has(id)) },
    { title: 'ほかの機関', options: options.filter(({ id }) => !own.has(id)) },
  ];
};

/** Who supported at the latest meeting that has a date and supporters. */
const lastSupportersOf = (meetings: AddContext['meetings']) =>
  meetings
    .filter((row) => row.supporters.length > 0 && row.date !== '')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1)?.supporters;
