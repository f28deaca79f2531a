import { fold } from '../../text/fold.ts';
import { plainOf } from '../../text/folded.ts';
import { quote } from '../../text/typed.ts';
import { roleOfName } from '../office/role-of-name.ts';
import { isNone } from './ditto.ts';
import type { ImportContext, ProposedSupporter } from './proposal.ts';
import { splitNames, splitOutside } from './split-names.ts';

const PREFECTURE = /^(?:県|都|府|道|県庁|本庁)$/;
const MUNICIPALITY = /^(?:市|町|村|市町村|市役所|町役場)$/;
/** Words that are a body by themselves, whatever stands beside them. */
const BODY =
  /^(?:国|県|都|府|道|市|町|村|市町村|本庁|本省|包括|ケアマネ)$|(?:省|県|市|町|村|県庁|役場|市役所|厚生局|社協|社会福祉協議会|包括支援センター|広域本部|振興局|医師会|大学)$|(?:AD|SC|アドバイザー|コーディネーター)$/i;
/** AD２名, 県（3名） */
const HEADS = /[(（]?[\d０-９]{1,3}[名人][)）]?$/;
const AND_MORE = /(?:等|など|ほか|他)$/;

/** Who supports, and what of it is a guess. */
export type ReadSupporters = {
  readonly supporters: readonly ProposedSupporter[];
  readonly doubts: readonly string[];
};

/** Reads names, with the words of tables turned into names: 県 is the case's prefecture; －, なし are nobody. */
export const readSupporters = (text: string, context: ImportContext): ReadSupporters => {
  if (isNone(text)) return { supporters: [], doubts: [] };
  const found = new Map<string, ProposedSupporter>();
  const doubts: string[] = [];
  for (const word of splitNames(text).filter((each) => !isNone(each))) {
    const parted = partNames(word, context);
    doubts.push(...parted.doubts);
    for (const name of parted.names) {
      const supporter = supporterOf(name, context);
      found.set(fold(supporter.name), supporter);
    }
  }
  return { supporters: [...found.values()], doubts };
};

/** Whether a word names a body that everybody knows, so that no heading or mark could mean else. */
export const isBody = (word: string, organizations: ImportContext['organizations']): boolean =>
  BODY.test(plainOf(word).trim()) || namesOf(organizations).has(fold(word));

/**
 * ・ and spaces stand between names (厚労省・県) and within them (健康・福祉課, 山田 太郎): they part where
 * every part is known to be a body of its own; else it is a guess, whichever way.
 */
const partNames = (
  word: string,
  { organizations }: ImportContext,
): { readonly names: readonly string[]; readonly doubts: readonly string[] } => {
  const isKnown = (name: string): boolean => isBody(name, organizations);
  const parts = splitOutside(word.replace(/及び|および|並びに/g, '・'), /[・･+＋&＆\s]/);
  if (parts.length < 2 || namesOf(organizations).has(fold(word))) {
    // 県等（3名） as well as 県3名等.
    const bare = word.replace(HEADS, '').replace(AND_MORE, '').replace(HEADS, '').trim();
    if (bare === '') return { names: [], doubts: [`${quote(word)}は取り込みません。`] };
    if (bare === word || !isKnown(bare)) return { names: [word], doubts: [] };
    return { names: [bare], doubts: [`${quote(word)}を${quote(bare)}として取り込みます。`] };
  }
  const known = parts.filter(isKnown).length;
  if (known === parts.length) return { names: parts, doubts: [] };
  const isJoined = /[・･+＋&＆]/.test(word);
  if (known > 0 && isJoined) {
    return { names: parts, doubts: [`${quote(word)}を${parts.length}つの名前に分けました。`] };
  }
  const isPerson = known === 0 && !isJoined;
  return {
    names: [word],
    doubts: isPerson ? [] : [`${quote(word)}を1つの名前として取り込みます。`],
  };
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
  const plain = plainOf(word);
  const isKnown = namesOf(context.organizations).has(fold(word));
  if (!isKnown && PREFECTURE.test(plain) && prefectureName !== '') {
    return { name: prefectureName, role: 'prefecture' };
  }
  if (!isKnown && MUNICIPALITY.test(plain) && municipalityName !== '') {
    return { name: municipalityName, role: 'municipality' };
  }
  return { name: word, role: roleOfName(word) };
};
