import { roleNote } from '#shared/domain/office/office.ts';
import { MemberField } from '#ui/member-field.tsx';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';

type SupportersFieldProps = { readonly data: RecordData; readonly tools: RecordTools };

/** 支援者: organisations of the office, picked or made on the spot. */
export const SupportersField = ({ data, tools }: SupportersFieldProps) => {
  const { supporters } = data.meeting;
  const set = (next: Parameters<typeof tools.commands.setSupporters>[0]): void => {
    void tools.run(tools.commands.setSupporters(next));
  };
  return (
    <MemberField
      draftKey={`add.supporter.${data.meeting.id}`}
      label="支援者"
      members={supporters.map(({ id, name }) => ({ id, label: name }))}
      onAdd={(id) => {
        const picked = data.organizations.find((each) => each.id === id);
        if (picked) set([...supporters, { id: picked.id, name: picked.name }]);
      }}
      onCreate={(name) => set([...supporters, { name }])}
      onRemove={(id) => set(supporters.filter((each) => each.id !== id))}
      options={data.organizations.map(({ id, name, role }) => ({
        id,
        label: name,
        note: roleNote(role),
      }))}
      placeholder="機関を選ぶ・入力する"
    />
  );
};
