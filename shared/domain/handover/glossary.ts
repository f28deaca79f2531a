/** Words that staff use short, and what they stand for; looked for as they are written. */
export const GLOSSARY: readonly (readonly [word: string, meaning: string])[] = [
  ['AD', 'アドバイザー。会合で助言する人'],
  ['県AD', '県のアドバイザー'],
  ['SC', '生活支援コーディネーター（第1層・第2層）'],
  ['包括', '地域包括支援センター'],
  ['居宅ケアマネ', '居宅介護支援事業所のケアマネジャー'],
  ['社協', '社会福祉協議会'],
  ['総合事業', '介護予防・日常生活支援総合事業'],
  ['通所C', '通所型サービスC'],
  ['N次ミーティング', '第N回支援のあと、次の回までに開く事前の会合（0.5次は第1回支援の前）'],
  ['手挙げ', '市町村が申し込んで始まる支援'],
  ['プッシュ型', '国や県から声をかけて始まる支援'],
  ['受援体制', '市町村のなかで、だれがどう進めるか'],
];

/** How a word is looked for, where it is not written as it stands there. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  AD: /(?<![A-Za-z県])AD(?![A-Za-z])/u,
  SC: /(?<![A-Za-z])SC(?![A-Za-z])/u,
  包括: /包括(?!ケア|支援センター)/u,
  通所C: /通所(?:型サービス)?C/u,
  N次ミーティング: /\d次(?:ミーティング)?/u,
};

/** The entries whose words a text has. */
export const wordsIn = (text: string): typeof GLOSSARY => {
  const plain = text.normalize('NFKC');
  return GLOSSARY.filter(([word]) => PATTERNS[word]?.test(plain) ?? plain.includes(word));
};
