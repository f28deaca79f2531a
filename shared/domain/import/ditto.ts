/** 〃 as it is typed, drawn or found on a keyboard. */
const DITTO = /^(?:[〃″"”“゛々]{1,2}|''|''|同上|同じ|同様|同前|同左|仝|↓|上(?:記)?(?:に|と)同じ)$/;
const IN_BRACKETS = /^[(（]([^()（）]{1,4})[)）]$/;

/** Whether a cell says nothing but that the value above repeats: 〃, 同上, （同上）. */
export const isDitto = (text: string): boolean => {
  const bare = text.trim();
  return DITTO.test((IN_BRACKETS.exec(bare)?.[1] ?? bare).trim());
};

/** 〃 as one of several words of a cell: 〃、市社協, 市社協・〃, 〃（町役場）. */
const PART =
  /(^|[、,，､\n;；/／・＋+][ \u3000]{0,3})(?:〃|″|仝|同上|[(（](?:〃|同上)[)）])(?=$|[ \u3000\t\n、,，､;；/／・＋+(（]|午前|午後|ほか|他|等|など)/g;

/** A cell with what stands above it in place of 〃. */
export const fillDitto = (text: string, above: string): string =>
  isDitto(text) ? above : text.replace(PART, (_, before: string) => before + above);

/** Whether a cell says more beside 〃, so that what comes of it should be looked at in names and dates. */
export const isPartDitto = (text: string): boolean => !isDitto(text) && text.search(PART) >= 0;

const NONE = /^(?:[-－―—–‐−ーｰ～〜~]{1,4}|なし|無し?|特になし|該当なし|[×✕✗]|[／/＼])$/;

/** Whether a cell says that there is nothing: －, なし. */
export const isNone = (text: string): boolean => NONE.test(text.trim());
