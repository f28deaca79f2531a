/** Joins class names, leaving out what is absent: `cx(styles.card, isOpen && styles.open)`. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
