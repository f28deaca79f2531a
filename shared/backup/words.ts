/** The folder of a case's logs. */
export const CASE_FOLDER = /^case-/;

/** A document as staff know it, where the app has not said so. */
export const titleOfFolder = (folder: string, title: string): string => {
  if (title !== '') return title;
  if (folder === 'office') return '人・機関、テーマ、ノウハウ';
  return CASE_FOLDER.test(folder) ? '名前の分からない案件' : 'この版では読めない記録';
};

/** Stands behind the municipality's name of a case that was brought back beside today's. */
export const COPY_MARK = '（復元した写し）';
