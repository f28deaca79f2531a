/** The 47 prefectures in the order of their codes (JIS X 0401): name and reading. */
const NAMES = `
北海道 ほっかいどう 青森県 あおもりけん 岩手県 いわてけん 宮城県 みやぎけん 秋田県 あきたけん
山形県 やまがたけん 福島県 ふくしまけん 茨城県 いばらきけん 栃木県 とちぎけん 群馬県 ぐんまけん
埼玉県 さいたまけん 千葉県 ちばけん 東京都 とうきょうと 神奈川県 かながわけん 新潟県 にいがたけん
富山県 とやまけん 石川県 いしかわけん 福井県 ふくいけん 山梨県 やまなしけん 長野県 ながのけん
岐阜県 ぎふけん 静岡県 しずおかけん 愛知県 あいちけん 三重県 みえけん 滋賀県 しがけん
京都府 きょうとふ 大阪府 おおさかふ 兵庫県 ひょうごけん 奈良県 ならけん 和歌山県 わかやまけん
鳥取県 とっとりけん 島根県 しまねけん 岡山県 おかやまけん 広島県 ひろしまけん 山口県 やまぐちけん
徳島県 とくしまけん 香川県 かがわけん 愛媛県 えひめけん 高知県 こうちけん 福岡県 ふくおかけん
佐賀県 さがけん 長崎県 ながさきけん 熊本県 くまもとけん 大分県 おおいたけん 宮崎県 みやざきけん
鹿児島県 かごしまけん 沖縄県 おきなわけん
`;

export type NamedPrefecture = {
  /** 01–47 */
  readonly code: string;
  readonly name: string;
  /** Reading in hiragana. */
  readonly kana: string;
};

const words = NAMES.trim().split(/\s+/);

/** Known without reading the list of municipalities, so that the first screen waits for nothing. */
export const PREFECTURES: readonly NamedPrefecture[] = Array.from(
  { length: words.length / 2 },
  (_, index) => ({
    code: String(index + 1).padStart(2, '0'),
    name: words[index * 2] ?? '',
    kana: words[index * 2 + 1] ?? '',
  }),
);

/** The name behind the first two digits of a code (43, 434434), or '' for none of the 47. */
export const prefectureName = (code: string): string =>
  PREFECTURES.find((prefecture) => prefecture.code === code.slice(0, 2))?.name ?? '';
