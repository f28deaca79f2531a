import { z } from 'zod';
import { fold } from '../../text/fold.ts';

/** One line of the offline list: a 市町村 or 特別区 as it is known by its code. */
export type ListedMunicipality = {
  /** 6-digit 全国地方公共団体コード. */
  readonly code: string;
  readonly name: string;
  /** Reading in hiragana. */
  readonly kana: string;
  /** 01–47 (JIS X 0401). */
  readonly prefectureCode: string;
  /** 熊本県 */
  readonly prefecture: string;
  /** What a typed name is compared with: name, reading, and the name behind its prefecture's; folded. */
  readonly keys: readonly string[];
};

export type Prefecture = { readonly code: string; readonly name: string; readonly kana: string };

export type MunicipalityList = {
  readonly prefectures: readonly Prefecture[];
  readonly municipalities: readonly ListedMunicipality[];
};

const tuples = z.array(z.tuple([z.string(), z.string(), z.string()]));
const fileSchema = z.object({ prefectures: tuples, municipalities: tuples });

const WEIGHTS = [6, 5, 4, 3, 2] as const;

/**
 * Whether a text is a 6-digit code whose last digit is right. The rule is that of 総務省,
 * 「全国地方公共団体コード仕様」 (検査数字), for JIS X 0401 + JIS X 0402: the first five digits times
 * 6, 5, 4, 3, 2 are summed, and the check digit is the last digit of 11 − (sum mod 11).
 */
export const isMunicipalityCode = (text: string): boolean => {
  if (!/^\d{6}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return (11 - (sum % 11)) % 10 === Number(text[5]);
};

const prefectureOf = (code: string): string => code.slice(0, 2);

/** Reads `resources/municipalities.json`. Throws a ZodError where the file has another shape. */
export const readMunicipalityList = (json: unknown): MunicipalityList => {
  const file = fileSchema.parse(json);
  const prefectures = file.prefectures.map(([code, name, kana]) => ({
    code: prefectureOf(code),
    name,
    kana,
  }));
  const names = new Map(prefectures.map(({ code, name }) => [code, name]));
  const municipalities = file.municipalities.map(([code, name, kana]) => {
    const prefectureCode = prefectureOf(code);
    const prefecture = names.get(prefectureCode) ?? '';
    const keys = [name, kana, prefecture + name].map(fold);
    return { code, name, kana, prefectureCode, prefecture, keys };
  });
  return { prefectures, municipalities };
};

export type MunicipalitySearch = {
  /** Code (01–47) of the prefecture whose municipalities come first. */
  readonly prefecture?: string;
  readonly limit: number;
};

const NO_MATCH = 3;

/** 0: the whole key, 1: its beginning, 2: somewhere in it. */
const rankIn = (key: string, query: string): number => {
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  return key.includes(query) ? 2 : NO_MATCH;
};

const rankOf = (municipality: ListedMunicipality, query: string): number => {
  // A code is known by its beginning: 43443 is 434434 without the check digit.
  if (/^\d+$/.test(query)) return municipality.code.startsWith(query) ? 0 : NO_MATCH;
  return Math.min(...municipality.keys.map((key) => rankIn(key, query)));
};

/**
 * Municipalities found by name (益城, 熊本県益城町), reading (ましき, マシキ) or code (5 or 6 digits
 * or their beginning, full width too). A whole name stands first; then those of the user's own
 * prefecture, in each those that begin with the query; then by code. An empty query finds all.
 */
export const searchMunicipalities = (
  list: readonly ListedMunicipality[],
  query: string,
  { prefecture, limit }: MunicipalitySearch,
): readonly ListedMunicipality[] => {
  const folded = fold(query).replaceAll(' ', '');
  return list
    .map((municipality) => {
      const rank = rankOf(municipality, folded);
      const distance = municipality.prefectureCode === prefecture ? 0 : 1;
      return { municipality, rank, order: rank === 0 ? distance : 2 + distance * 2 + rank };
    })
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.order - b.order || (a.municipality.code < b.municipality.code ? -1 : 1))
    .slice(0, limit)
    .map(({ municipality }) => municipality);
};
