import type { MenuCommand } from '#shared/ipc/contract.ts';

type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
};

/** Keys with Ctrl (or Command) alone, by the letter that they type. */
const WITH_CONTROL: Readonly<Record<string, MenuCommand>> = {
  z: 'undo',
  y: 'redo',
  k: 'search',
  n: 'newCase',
  ',': 'settings',
  '1': 'home',
  '2': 'cases',
};

/**
 * What a key asks of the whole app, or undefined; never while an input method converts.
 * @param isTyped whether the key is typed into a field
 */
export const commandOf = (press: KeyPress, isTyped: boolean): MenuCommand | undefined => {
  if (press.isComposing || press.altKey) return undefined;
  if (press.key === 'F1' || (press.key === '?' && !isTyped)) return 'shortcuts';
  if (!press.ctrlKey && !press.metaKey) return undefined;
  const key = press.key.toLowerCase();
  if (press.shiftKey) return key === 'z' ? 'redo' : undefined;
  return WITH_CONTROL[key];
};

/** The list that F1 shows; the screens' own keys stand with the screens' names. */
export const SHORTCUTS: readonly {
  readonly title: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}[] = [
  {
    title: 'どの画面でも',
    keys: [
      { keys: ['Ctrl K'], does: '記録、課題、会合、人などをさがす' },
      { keys: ['Ctrl Z'], does: '元に戻す' },
      { keys: ['Ctrl Y', 'Ctrl Shift Z'], does: 'やり直す' },
      { keys: ['Ctrl N'], does: '案件をつくる' },
      { keys: ['Ctrl 1'], does: 'ホームへ' },
      { keys: ['Ctrl 2'], does: '案件の一覧へ' },
      { keys: ['Ctrl ,'], does: '設定へ' },
      { keys: ['F1', '?'], does: 'この一覧を開く' },
      { keys: ['F6'], does: 'お知らせ（画面の左下）へ移る' },
      { keys: ['Esc'], does: '開いている小さな窓を閉じる' },
    ],
  },
  {
    title: '一覧の表',
    keys: [
      { keys: ['↑', '↓'], does: '前・次の行へ（Home、End で最初・最後へ）' },
      { keys: ['Enter'], does: '行を開く' },
      { keys: ['Space'], does: '行を選ぶ（選べる表で）' },
      { keys: ['→'], does: '行のなかのボタンへ' },
    ],
  },
  {
    title: '支援の流れ',
    keys: [
      { keys: ['↑', '↓'], does: '前・次の会合へ' },
      { keys: ['Enter'], does: '選んだ会合を右に開く。もう一度で記録の画面へ' },
      { keys: ['Alt ←', 'Alt →'], does: '会合の日付を1日動かす（Shift も押すと1週間）' },
      { keys: ['Alt ↑', 'Alt ↓'], does: '日付のない会合の順を変える' },
    ],
  },
  {
    title: 'ロードマップの図',
    keys: [
      { keys: ['↑', '↓', '←', '→'], does: '帯や空きの間を移る（Ctrl ← → で次の帯へ）' },
      { keys: ['Enter'], does: '帯や節目を右に開く。空きでは帯を置く' },
      { keys: ['Alt ←', 'Alt →'], does: '帯を前・うしろへ動かす' },
      { keys: ['Alt ↑', 'Alt ↓'], does: '帯を上・下の行へ移す' },
      { keys: ['Shift Alt ←', 'Shift Alt →'], does: '帯の終了を変える（↑ ↓ で開始）' },
      { keys: ['Insert', 'Ctrl D', 'Delete'], does: '帯を追加、複製、削除する' },
      { keys: ['PageUp', 'PageDown'], does: '前・次の年度へ' },
    ],
  },
  {
    title: 'ロードマップの表',
    keys: [
      { keys: ['Enter', 'F2'], does: 'セルを直す（文字を打つと置きかえる）' },
      { keys: ['Tab', 'Enter'], does: '決めて右・下のセルへ' },
      { keys: ['Insert', 'Ctrl D', 'Ctrl Delete'], does: '行を追加、複製、削除する' },
      { keys: ['Ctrl V'], does: 'Excelでコピーした行を取り込む' },
      { keys: ['Esc'], does: '表の外へ出る' },
    ],
  },
  {
    title: '記録の本文',
    keys: [
      { keys: ['/', '／'], does: 'この行を課題・気づき・決定・対応などにする（一覧から選ぶ）' },
      {
        keys: ['Ctrl Alt 1〜7'],
        does: 'この行を課題・気づき・強み・決定・対応・心掛け・反省にする',
      },
      { keys: ['↑', '↓', 'Enter'], does: '課題などの欄に入る、下の行へ出る' },
      { keys: ['Backspace'], does: '課題などを選ぶ。もう一度で本文から外す（記録は残る）' },
      { keys: ['Ctrl Shift 1〜3', 'Ctrl Alt 0'], does: '見出しにする、本文に戻す' },
    ],
  },
  {
    title: '記録の表',
    keys: [
      { keys: ['Tab', 'Shift Tab'], does: '次・前のセルへ（最後のセルでは行が増える）' },
      { keys: ['Ctrl Enter'], does: '表の下へ出る' },
    ],
  },
  {
    title: '会議モード',
    keys: [{ keys: ['Ctrl Alt 1～5'], does: '課題・気づき・強み・決定・対応を書く' }],
  },
  {
    title: '資料',
    keys: [{ keys: ['Ctrl P'], does: '見ている表を印刷する' }],
  },
  {
    title: '入力欄',
    keys: [
      { keys: ['Enter'], does: '入力を決める' },
      { keys: ['Esc'], does: '入力をやめて、前の文字に戻す' },
    ],
  },
];
