/** Files that the app makes for use elsewhere. */
export type FileKind = 'pdf' | 'png' | 'svg' | 'xlsx';

type About = {
  /** What staff call it, in dialogs and messages. */
  readonly name: string;
  /** The first bytes of every such file. */
  readonly begins: string;
};

export const FILE_KINDS: Readonly<Record<FileKind, About>> = {
  pdf: { name: 'PDF', begins: '%PDF-' },
  png: { name: '画像（PNG）', begins: '\u0089PNG\r\n\u001a\n' },
  svg: { name: '図（SVG）', begins: '<?xml ' },
  xlsx: { name: 'Excelファイル', begins: 'PK\u0003\u0004' },
};

/** Whether bytes begin like a file of this kind: under its ending nothing else is written. */
export const isOfKind = (bytes: Uint8Array, kind: FileKind): boolean => {
  const { begins } = FILE_KINDS[kind];
  return [...begins].every((letter, index) => bytes[index] === letter.charCodeAt(0));
};
