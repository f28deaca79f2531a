/** x:row is row, whatever stands before. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
