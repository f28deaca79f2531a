import { LinkButton } from '#ui/link-button.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { allOf, type OpenLine } from '../case-end-form.ts';
import styles from './end-case-dialog.module.css';

type FateListProps<Fate extends string> = {
  readonly title: string;
  readonly lines: readonly OpenLine[];
  /** Said where there is none. */
  readonly nothing: string;
  /** The first is that of whatever nobody has chosen for. */
  readonly fates: readonly [Fate, ...Fate[]];
  readonly names: Readonly<Record<Fate, string>>;
  readonly values: Readonly<Record<string, Fate>>;
  readonly onChange: (values: Readonly<Record<string, Fate>>) => void;
};

/** What is open when a case ends, each with what becomes of it. */
export const FateList = <Fate extends string>({
  title,
  lines,
  nothing,
  fates,
  names,
  values,
  onChange,
}: FateListProps<Fate>) => (
  <section>
    <SectionHeading
      actions={
        lines.length > 1 &&
        fates.map((fate) => (
          <LinkButton key={fate} onPress={() => onChange(allOf(lines, fate))} weight="text">
            {`すべて${names[fate]}`}
          </LinkButton>
        ))
      }
      level={3}
      note={lines.length > 0 ? `${lines.length}件` : undefined}
      title={title}
    />
    {lines.length === 0 && <p className={styles.nothing}>{nothing}</p>}
    <ul className={styles.list}>
      {lines.map(({ id, title: name, detail }) => (
        <li className={styles.line} key={id}>
          <div className={styles.words}>
            <p>{name}</p>
            {detail !== '' && <p className={styles.detail}>{detail}</p>}
          </div>
          <RadioGroup
            isLabelHidden
            label={`「${name}」をどうするか`}
            onChange={(fate) => onChange({ ...values, [id]: fate })}
            options={fates.map((fate) => ({ id: fate, label: names[fate] }))}
            value={values[id] ?? fates[0]}
          />
        </li>
      ))}
    </ul>
  </section>
);
