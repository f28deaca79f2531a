import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { defined } from './defined.ts';
import styles from './field.module.css';
import { FieldLabel } from './field-frame.tsx';
import { imeShield } from './ime.ts';

type SearchFieldProps = {
  readonly label: string;
  /** Default true: the magnifier and placeholder say it to the eye. */
  readonly isLabelHidden?: boolean | undefined;
  readonly value?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  /** Enter, but never the Enter that ends a conversion. */
  readonly onSubmit?: ((value: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
};

/** Text to filter or search by; Escape empties it. */
export const SearchField = ({
  label,
  isLabelHidden = true,
  placeholder,
  className,
  ...rest
}: SearchFieldProps) => (
  <div {...imeShield} className={className}>
    <AriaSearchField {...defined(rest)} className={styles.field ?? ''}>
      {({ isEmpty }) => (
        <>
          <FieldLabel isLabelHidden={isLabelHidden} label={label} />
          <div className={styles.box}>
            <Search aria-hidden="true" />
            <Input className={styles.input ?? ''} {...defined({ placeholder })} />
            {!isEmpty && (
              <Button aria-label="消す" className={styles.chevron ?? ''}>
                <X aria-hidden="true" />
              </Button>
            )}
          </div>
        </>
      )}
    </AriaSearchField>
  </div>
);
