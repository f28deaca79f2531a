/** Former names one by one; they are typed and kept in one line. */
export const formerNamesOf = ({
  formerNames,
}: {
  readonly formerNames: string;
}): readonly string[] =>
  formerNames
    .split(/[、，,／/]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
