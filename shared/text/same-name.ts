import { fold } from './fold.ts';

/** Letters that names are written with in more than one form; each stands for the first of its line. */
const FORMS: readonly string[] = [
  '高髙',
  '崎﨑嵜碕',
  '辺邊邉',
  '斎斉齋齊',
  '沢澤',
  '浜濱濵',
  '徳德',
  '吉𠮷',
  '広廣',
  '国國',
  '真眞',
  '島嶋嶌',
  '桜櫻',
  '恵惠',
  '栄榮',
  '竜龍',
  '関關',
  '黒黑',
  '渕淵渊',
  '曽曾',
  '瀬瀨',
  '橋𣘺',
  '桑桒',
  '柳栁',
  '富冨',
  '峰峯',
  '館舘',
  '滝瀧',
  '来來',
];

const PLAIN: ReadonlyMap<string, string> = new Map(
  FORMS.flatMap((line) => {
    const [first = '', ...others] = [...line];
    return others.map((letter) => [letter, first] as const);
  }),
);

/**
 * A name as it is compared with others: folded, without spaces, and each letter in one of its forms
 * (髙橋 花子 and 高橋花子 are alike). Never shown.
 */
export const nameKey = (name: string): string =>
  [...fold(name).replace(/[\s・･]/g, '')].map((letter) => PLAIN.get(letter) ?? letter).join('');
