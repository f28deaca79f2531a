/** What makes expressions backtrack whatever they look for. */
const EVERYWHERE = [
  ...[
    ' ',
    '\t',
    '\n',
    '\u3000',
    '0',
    '1',
    'a',
    'A',
    'あ',
    'ア',
    '県',
    '年',
    '\ud842\udfb7',
    '\ud842',
  ],
  ...[
    '(',
    ')',
    '（',
    '）',
    '()',
    '（）',
    '「',
    '」',
    '「」',
    '[',
    ']',
    '<',
    '>',
    '<a',
    '<a ',
    '"',
    "'",
  ],
  ...[
    '.',
    ',',
    '、',
    '・',
    '-',
    '−',
    'ー',
    '~',
    '〜',
    ':',
    '：',
    '/',
    '／',
    '=',
    '&',
    '&#',
    '%',
    '|',
  ],
  ...['1,', '1.', '1/', '1 ', 'a ', 'あ ', ' a', ' \n', '\n ', '()(', '第1', '1月', 'https://'],
  ...['<style', '<style>', '<table>', ' onx=', ' onx="', '<!--', '<c r="', 'mso-', '=SUM('],
] as const;

const ESCAPES: Readonly<Record<string, string>> = {
  s: ' ',
  d: '1',
  w: 'a',
  S: 'a',
  D: 'a',
  W: '!',
  n: '\n',
  t: '\t',
  r: '\r',
  b: '',
  B: '',
  p: 'a',
  P: 'a',
};

/** The letters and words that an expression itself is made of. */
const alphabetOf = (source: string): { letters: readonly string[]; words: readonly string[] } => {
  const plain = source
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\\[pP]\{[^}]*\}/g, 'a')
    .replace(/\(\?(?:<?[=!]|:|<[a-z]+>)/gi, '(')
    .replace(/\{\d+(?:,\d*)?\}/g, '')
    .replace(/\\(.)/g, (_, letter) => ESCAPES[letter] ?? letter);
  const words = plain.split(/[()[\]|^$*+?.{}\\]+/).filter((word) => word.length > 1);
  return { letters: [...new Set(plain)], words: [...new Set(words)].slice(0, 24) };
};

const times = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / Math.max(1, part.length))).slice(0, length);

/** Behind these, an expression that has gone far finds that it does not fit. */
const ENDS = ['', '\u0000', '\n!'] as const;

/** A few choices are tried over and over by nothing: each place of a text costs no more than their product. */
const MOST_CHOICES = 4;

/**
 * Whether an expression repeats nothing, so that at each place of a text it looks at a few letters and no more: what
 * stands before makes it no slower.
 */
const isWithoutRepeats = (source: string): boolean => {
  const shape = source
    .replace(/\\./g, 'a')
    .replace(/\[[^\]]*\]/g, 'a')
    .replace(/\(\?(?:<?[=!]|:|<[a-z]+>)/gi, '(');
  return !/[*+{]/.test(shape) && shape.split('?').length - 1 <= MOST_CHOICES;
};

/**
 * Texts of a length, made to keep one expression busy: one letter or word again and again (those that
 * stand everywhere and those of its own), behind each of its own beginnings, with an end that fits and
 * one that does not. What repeats nothing has no beginning to be held up behind.
 */
export function* hostileTexts(source: string, length: number): Generator<string> {
  const { letters, words } = alphabetOf(source);
  const pumps = new Set<string>([...EVERYWHERE, ...letters.slice(0, 60), ...words]);
  for (const pump of pumps) for (const end of ENDS) yield times(pump, length) + end;
  if (isWithoutRepeats(source)) return;
  const own = [...letters.slice(0, 12), ...words.slice(0, 12)];
  const firsts = own.flatMap((first) => [first, `a${first}`, `${first}a`, `a${first}a`]);
  const behind = new Set([...own, ' ', '1', 'a', 'あ', '\n']);
  for (const first of new Set(firsts)) {
    for (const pump of behind) {
      yield `${first}${times(pump, length)}\u0000`;
      yield `${first}${times(pump, length)}\n!`;
    }
  }
  for (const first of own) for (const pump of own) yield times(first + pump, length);
}
