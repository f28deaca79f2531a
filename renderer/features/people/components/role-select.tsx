import { ROLE_NAMES, ROLES, type Role } from '#shared/domain/office/office.ts';
import { Select } from '#ui/select.tsx';

type RoleSelectProps = {
  readonly label: string;
  readonly value: Role;
  readonly onChange: (role: Role) => void;
  /** What it means that nobody has said; default 未設定. */
  readonly unknownLabel?: string | undefined;
};

/** One of the roles of people and bodies. */
export const RoleSelect = ({ unknownLabel = ROLE_NAMES.unknown, ...rest }: RoleSelectProps) => (
  <Select
    {...rest}
    options={ROLES.map((id) => ({ id, label: id === 'unknown' ? unknownLabel : ROLE_NAMES[id] }))}
  />
);
