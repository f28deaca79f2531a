import { fold } from '#shared/text/fold.ts';

export const SCREENS = [
  { id: 'home', title: 'ホーム' },
  { id: 'cases', title: '案件の一覧' },
  { id: 'promises', title: '予定（対応事項・全案件）' },
  { id: 'people', title: '人・機関' },
  { id: 'themes', title: 'テーマ' },
  { id: 'themeMatrix', title: '市町村とテーマの表' },
  { id: 'knowHow', title: 'ノウハウ' },
  { id: 'handover', title: '引継ぎの準備' },
  { id: 'handoverPromises', title: '約束の付け替え（引継ぎ）' },
  { id: 'handoverBook', title: '引継書' },
  { id: 'bin', title: 'ごみ箱' },
  { id: 'officeHistory', title: '変更履歴（共通の記録）' },
  { id: 'newCase', title: '案件をつくる' },
  { id: 'search', title: '検索' },
  { id: 'settings', title: '設定' },
  { id: 'backup', title: 'バックアップ' },
  { id: 'bansoFile', title: '引継ぎファイル' },
  { id: 'erase', title: '個人情報を完全に消す' },
] as const;

/** Screens whose names have every word that is typed; all of them before anything is. */
export const screensFor = (typed: string): readonly (typeof SCREENS)[number][] => {
  const words = fold(typed).split(' ').filter(Boolean);
  return SCREENS.filter(({ title }) => words.every((word) => fold(title).includes(word)));
};
