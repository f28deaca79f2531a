/**
 * What commands are called, as a code and parameters: a file says the same sentence once, and names stand
 * in parameters, which can be erased. `{}` is the place of one parameter. A code is never given to
 * another sentence: new ones are added at the end, old ones stay.
 */
const SENTENCES = [
  // 0: a sentence that has no code; it is its own parameter.
  '{}',
  '記録の入力',
  '全体の控え',
  'ほかのパソコンの記録を取り込み',
  '{}を入力',
  '{}を変更',
  '{}を追加',
  '{}を削除',
  '{}を外す',
  '{}を並べかえ',
  '元に戻す：{}',
  'やり直す：{}',
  '{}をつくる（{}）',
  '{}を削除（{}）',
  '{}をごみ箱から戻す（{}）',
  '{}をごみ箱から戻す',
  '完全に消去',
] as const;

/** A label as a frame holds it. */
export type CodedLabel = { readonly code: number; readonly parameters: readonly string[] };

const PARTS = SENTENCES.map((sentence) => sentence.split('{}'));

/** The parameters of a label that reads like the sentence; undefined when it does not. */
const parametersOf = (label: string, parts: readonly string[]): readonly string[] | undefined => {
  const [first = '', ...rest] = parts;
  if (!label.startsWith(first)) return undefined;
  const parameters: string[] = [];
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const next = isLast ? label.length - part.length : label.indexOf(part, at);
    if (next < at || !label.startsWith(part, next)) return undefined;
    parameters.push(label.slice(at, next));
    at = next + part.length;
  }
  return at === label.length ? parameters : undefined;
};

/** The first sentence after the free one that a label reads like. */
export const codeLabel = (label: string): CodedLabel => {
  for (let code = 1; code < PARTS.length; code += 1) {
    const parameters = parametersOf(label, PARTS[code] ?? []);
    if (parameters !== undefined) return { code, parameters };
  }
  return { code: 0, parameters: [label] };
};

/** The label that was coded; one of a later version is read by its parameters alone. */
export const readLabel = ({ code, parameters }: CodedLabel): string => {
  const parts = PARTS[code];
  if (parts === undefined) return parameters.join(' ');
  return parts
    .map((part, index) => (index === 0 ? part : `${parameters[index - 1] ?? ''}${part}`))
    .join('');
};
