import styles from './kbd.module.css';

type KbdProps = { readonly children: string };

/** A key or chord as it is printed on the keyboard: `<Kbd>Ctrl K</Kbd>`. */
export const Kbd = ({ children }: KbdProps) => <kbd className={styles.kbd}>{children}</kbd>;
