import { fold } from '#shared/text/fold.ts';
import { cx } from './class-names.ts';
import { ComboBox } from './combo-box.tsx';
import { useDraftForm } from './commit/use-draft-form.ts';
import field from './field.module.css';
import type { FieldWords } from './field-frame.tsx';
import styles from './member-field.module.css';
import type { Option, OptionSection } from './option.ts';
import { TagList } from './tag-list.tsx';

/** An id that no option has: random ones hold no space. */
const CREATE = ' create';

const EMPTY = { text: '' };

type MemberFieldProps = Omit<FieldWords, 'isLabelHidden'> & {
  /** The input, the same after a restart: `add.supporter.<meeting>`. */
  readonly draftKey: string;
  readonly members: readonly Option[];
  /** Whom to pick from; members are left out of the list. A `note` is searched too. */
  readonly options?: readonly Option[] | undefined;
  /** Options under headings, instead of `options`. */
  readonly sections?: readonly OptionSection[] | undefined;
  readonly onAdd: (id: string) => void;
  readonly onRemove: (id: string) => void;
  /** With it, a name that no option has can be made on the spot. */
  readonly onCreate?: ((name: string) => void) | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
};

/** Several values, picked from a list or made on the spot; each a chip that can be removed. */
export const MemberField = ({
  draftKey,
  label,
  members,
  options = [],
  sections,
  onAdd,
  onRemove,
  onCreate,
  placeholder = '名前で探す',
  className,
  ...rest
}: MemberFieldProps) => {
  const line = useDraftForm(draftKey, label, EMPTY);
  const { text } = line.values;
  const name = text.trim();
  const wanted = fold(name);
  const taken = new Set(members.map((member) => member.id));
  const fits = (option: Option) =>
    !taken.has(option.id) && fold(`${option.label} ${option.note ?? ''}`).includes(wanted);
  const groups = sections ?? [{ title: '候補', options }];
  const found = groups
    .map((group) => ({ ...group, options: group.options.filter(fits) }))
    .filter((group) => group.options.length > 0);
  const isKnown =
    groups.some((group) => group.options.some((option) => fold(option.label) === wanted)) ||
    members.some((member) => fold(member.label) === wanted);
  const canCreate = onCreate !== undefined && name !== '' && !isKnown;
  const shown = canCreate
    ? [...found, { title: '新しく加える', options: [{ id: CREATE, label: `「${name}」を加える` }] }]
    : found;

  return (
    <div className={cx(field.field, className)}>
      <ComboBox
        {...rest}
        allowsCustomValue
        emptyText={name === '' ? '候補はまだありません' : '見つかりません'}
        inputValue={text}
        label={label}
        onEscape={text === '' ? undefined : line.reset}
        onInputChange={(next) => {
          if (next !== text) line.set({ text: next });
        }}
        onPick={(id) => {
          if (id === null) return;
          line.reset();
          if (id === CREATE) onCreate?.(name);
          else onAdd(id);
        }}
        placeholder={placeholder}
        sections={shown}
      />
      {members.length > 0 && (
        <div className={styles.members}>
          <TagList items={members} label={`${label}（選んだもの）`} onRemove={onRemove} />
        </div>
      )}
    </div>
  );
};
