import {
  addTheme,
  mergeThemes,
  removeTheme,
  renameTheme,
} from '#data/operations/knowhow/themes.ts';
import { act } from '#data/operations/record/records.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';

export const addThemeCommand = (name: string) => act('テーマを追加', [OFFICE], addTheme, name);

/** What is done to a theme, wherever it stands: `carriers` are the documents of the cases that carry it. */
export const themeCommands = (id: string, carriers: readonly DocumentId[]) => {
  const documents = [OFFICE, ...carriers];
  return {
    rename: (name: string) => act('テーマの名前を変更', documents, renameTheme, carriers, id, name),
    mergeInto: (into: string) =>
      act('テーマを1つにまとめる', documents, mergeThemes, carriers, id, into),
    remove: () => act('テーマを削除', documents, removeTheme, carriers, id),
  };
};
