import { fold } from '../../text/fold.ts';
import { lengthOf } from '../../text/limits.ts';
import { MODE_NAMES, type Mode } from '../meeting/meeting.ts';
import type { Role } from '../office/office.ts';
import type { ImportContext, ProposedSupporter } from './proposal.ts';
import { partLabelOf } from './read-content.ts';

/** 〃 as it is typed, drawn or found on a keyboard. */
const DITTO = /^(?:[〃″"”“゛々]{1,2}|''|''|同上|同じ|同左|仝)$/;

/** Whether a cell says that the value above repeats. */
export const isDitto = (text: string): boolean => DITTO.test(text.trim());

/** Splits at 、 and line breaks, not inside brackets: each once, in the order of the cell. */
export const splitNames = (text: string): readonly string[] =>
  splitOutside(text, /[、,，､\n;；/／]/);

/** Splits a programme at ・ and line breaks, not inside brackets. */
export const splitItems = (text: string): readonly string[] => {
  const isList = text.includes('\n');
  return splitOutside(text, isList ? /\n/ : /[・\n]/).map((item) =>
    item.replace(/^[・○●◎◯•\-－]\s*|^[①-⑳]\s*|^\d+[.．)）]\s*/, '').trim(),
  );
};

const splitOutside = (text: string, at: RegExp): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const letter of text) {
    if (/[(（「『]/.test(letter)) depth += 1;
    if (/[)）」』]/.test(letter)) depth = Math.max(0, depth - 1);
    if (depth === 0 && at.test(letter)) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...new Set([...parts, part].map((each) => each.trim()).filter((each) => each !== ''))];
};

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:県|都|府|道)AD$/i, 'prefecturalAdviser'],
  [/^(?:AD|アドバイザー)$/i, 'adviser'],
  [/^(?:厚生労働省|厚労省|本省)$/, 'ministry'],
  [/厚生局$/, 'bureau'],
  [/地域包括支援センター$|^包括$/, 'supportCentre'],
  [/^(?:SC|生活支援コーディネーター)$/i, 'coordinator'],
  [/(?:社協|社会福祉協議会)$/, 'welfareCouncil'],
  [/(?:広域本部|振興局)$/, 'regionalOffice'],
];

/** Who supports, with the words of tables turned into names: 県 is the case's prefecture. */
export const readSupporters = (
  text: string,
  context: ImportContext,
): readonly ProposedSupporter[] => {
  const found = new Map<string, ProposedSupporter>();
  for (const word of splitNames(text)) {
    const supporter = supporterOf(word, context);
    found.set(fold(supporter.name), supporter);
  }
  return [...found.values()];
};

/** The office's names, folded once for all rows of a table. */
const folded = new WeakMap<ImportContext['organizations'], ReadonlySet<string>>();

const namesOf = (organizations: ImportContext['organizations']): ReadonlySet<string> => {
  const known = folded.get(organizations);
  if (known) return known;
  const names = new Set(organizations.map(({ name }) => fold(name)));
  folded.set(organizations, names);
  return names;
};

const supporterOf = (word: string, context: ImportContext): ProposedSupporter => {
  const { prefectureName, municipalityName } = context;
  const isKnown = namesOf(context.organizations).has(fold(word));
  if (!isKnown && /^(?:県|都|府|道|県庁|本庁)$/.test(word) && prefectureName !== '') {
    return { name: prefectureName, role: 'prefecture' };
  }
  if (!isKnown && /^(?:市|町|村|市町村|市役所|町役場)$/.test(word) && municipalityName !== '') {
    return { name: municipalityName, role: 'municipality' };
  }
  const plain = word.normalize('NFKC');
  return { name: word, role: ROLES.find(([words]) => words.test(plain))?.[1] ?? 'other' };
};

const MODE_WORDS: readonly (readonly [RegExp, readonly Mode[]])[] = [
  [/^(?:現地|対面|訪問|集合|集合型|参集)(?:開催)?$/, ['onsite']],
  [/^(?:オンライン|web|ウェブ|リモート|zoom|teams)(?:会議|開催)?$/i, ['online']],
  [/^ハイブリッド(?:開催|形式)?$/, ['hybrid']],
  [/^(?:e?メール|mail)$/i, ['mail']],
  [/^(?:電話|tel)$/i, ['phone']],
  [/^(?:県庁|来庁|本庁)$/, ['office']],
];

/** A 備考 that names no mode is what the list of modes can't say, unless it is a whole story. */
const NOTE_LIMIT = 60;

/** How people met; `note` keeps what the list of modes can't say, `rest` what is no mode at all. */
export type ReadModes = {
  readonly modes: readonly Mode[];
  readonly note: string;
  readonly rest: string;
};

/** Reads 現地・オンライン, メール等, 集合型; words that name no mode are a remark. */
export const readModes = (text: string): ReadModes => {
  if (text === '') return { modes: [], note: '', rest: '' };
  const words = splitOutside(text, /[・･、,，\n/／＋+]/).map((word) => word.normalize('NFKC'));
  const read = words.map((word) => ({
    modes: MODE_WORDS.find(([pattern]) => pattern.test(word.replace(/等$|など$/, '')))?.[1],
  }));
  const modes = [...new Set(read.flatMap((each) => each.modes ?? []))];
  if (modes.length === 0) {
    const isShort = !text.includes('\n') && lengthOf(text) <= NOTE_LIMIT;
    return { modes: [], note: isShort ? text : '', rest: isShort ? '' : text };
  }
  // メール等 says more than メール; what names no mode stands beside those that do.
  const more = words.filter((word, index) => {
    const known = read[index]?.modes?.map((mode) => MODE_NAMES[mode]).join('・');
    return known === undefined || (known !== word && /等$|など$|型$/.test(word));
  });
  return { modes, note: more.join('・'), rest: '' };
};

/** Who came, for each part that the cell tells apart. */
export type Heads = {
  readonly partLabel: string;
  readonly headCount: number | null;
  readonly attendanceText: string;
};

const PART_BEFORE = /^((?:午前|午後|夜間?|第\s*\d+部\s*[①-⑳]?)(?:の部)?)\s*[:：]\s*([\s\S]*)$/;
const COUNT = /^(?:合計|計|約|およそ)*\s*(\d{1,3}(?:,\d{3})+|\d+)\s*(?:人|名)/;

/** Reads 38人（町、SC 等）, 計46名, 午前:49人（住民代表向け）／午後:45人（…）. */
export const readHeads = (text: string): readonly Heads[] => {
  if (text === '') return [];
  const pieces = text.split(/[／\n]|\/(?=\s*(?:午前|午後|第\s*\d+部))/).map((each) => each.trim());
  const parts = pieces.filter((piece) => piece !== '');
  const labelled = parts.map((piece) => PART_BEFORE.exec(piece));
  if (parts.length < 1 || labelled.some((match) => match === null)) {
    return [{ partLabel: '', ...countOf(text) }];
  }
  return labelled.map((match) => ({
    partLabel: partLabelOf(match?.[1] ?? ''),
    ...countOf(match?.[2]?.trim() ?? ''),
  }));
};

const countOf = (text: string): Pick<Heads, 'headCount' | 'attendanceText'> => {
  const digits =
    COUNT.exec(text.normalize('NFKC'))?.[1] ?? /^\d{1,6}$/.exec(text.normalize('NFKC'))?.[0];
  return {
    headCount: digits === undefined ? null : Number(digits.replaceAll(',', '')),
    attendanceText: text,
  };
};
