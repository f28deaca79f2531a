import { cleanLine } from '../../text/limits.ts';
import { withoutAtEnds } from '../../text/without-ends.ts';

/** Somebody as typed into a list of who came: 生駒 花子（いきいき長寿課・係長）. */
export type TypedPerson = {
  readonly name: string;
  /** '' where no body was said. */
  readonly body: string;
  /** '' where no post was said. */
  readonly post: string;
  /** Nothing tells whether what stands in the brackets is a body or a post. */
  readonly isDoubtful: boolean;
};

/** Ends of words that are a post by themselves: 課長補佐, 主任保健師. */
const POST =
  '(?:.{0,6}(?:主任|主査|主事|主幹|参事|参与|技師|技監|補佐|代理|専門員|専門官|推進員|支援員|相談員|指導員|保健師|看護師|福祉士|療法士|聴覚士|栄養士|薬剤師|医師|ケアマネジャー|ケアマネ|コーディネーター|アドバイザー|SC|AD|職員|担当|担当者|委員|会員|理事|監事|代表|教授|講師|研究員)|(?:副|主任|統括|総括|事務|施設|代表)?(?:課|係|室|班|局|部|次|所|院|園|館|校|社|会|町|市|村|区|組合|理事|センター)長(?:補佐|代理)?|議員)';
const WHOLE_POST = new RegExp(`^${POST}$`, 'u');
/** 福祉課係長: the post stands right behind the body's last word, which a 長補佐 is a part of. */
const BODY_THEN_POST = new RegExp(
  `^(.+(?:課|室|班|局|部|センター|社協|協議会|役場|市役所|事業所|法人|病院|大学))(?!長(?:補佐|代理))(${POST})$`,
  'u',
);
/** 福祉課長: the head of 福祉課. */
const BODY_HEAD = /^(.+)(課|係|室|班|局|部)(長(?:補佐|代理)?)$/u;
/** What parts a body from a post. */
const PARTING = /[・･、，,/／\s]/u;
const NO_BODY = /^(?:副|事務|次|統括|総括|代表|主任)$/u;
const BODY =
  /(?:課|係|室|班|局|部|省|庁|県|市|町|村|センター|社協|協議会|協会|役場|市役所|事業所|法人|会|病院|医院|大学|学校|本部|組合|会社|クラブ|デイサービス|包括)$/u;

/** Reads brackets behind a name, or null where there are none or nothing stands before them. */
export const readTypedPerson = (text: string): TypedPerson | null => {
  const match = /^([^（(]+)[（(]([^（()）]*)[）)]$/u.exec(cleanLine(text));
  const name = withoutTitle(match?.[1]?.trim() ?? '');
  const inside = withoutMarks(match?.[2] ?? '');
  if (match === null || name === '' || inside === '') return null;
  return { name, ...readWhere(inside) };
};

const FAMILY_AND_GIVEN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5}[ 　]([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5})$/u;

/** Whether a name by itself is somebody's rather than a body's: 田中 一郎, but not 山鹿 包括. */
export const looksLikePerson = (name: string): boolean => {
  const given = FAMILY_AND_GIVEN.exec(cleanLine(name))?.[1];
  return given !== undefined && !BODY.test(given) && !isPost(given);
};

/** 様, さん, 氏 behind a name are no part of it. */
const withoutTitle = (name: string): string => {
  const bare = name.replace(/(?:様|さん|氏)$/u, '').trimEnd();
  return [...bare].length >= 2 ? bare : name;
};

type Where = Omit<TypedPerson, 'name'>;
const sure = (body: string, post: string): Where => ({ body, post, isDoubtful: false });

const readWhere = (inside: string): Where => {
  // ・ stands within names of bodies too (健康・福祉課): only a post behind it is parted from them.
  const [post = '', ...before] = inside.split(PARTING).reverse();
  const body = withoutMarks(inside.slice(0, inside.length - post.length));
  if (before.length > 0 && isPost(post)) return sure(body, post);
  const joined = BODY_THEN_POST.exec(inside);
  if (joined?.[1] && joined[2]) return sure(joined[1].trim(), joined[2]);
  const head = BODY_HEAD.exec(inside);
  if (head?.[1] && head[2] && head[3] && !NO_BODY.test(head[1])) {
    return sure(`${head[1]}${head[2]}`, `${head[2]}${head[3]}`);
  }
  if (isPost(inside)) return sure('', inside);
  return { body: inside, post: '', isDoubtful: !BODY.test(inside) };
};

/** Without the marks and blanks at its ends, which part it from what stands beside. */
const withoutMarks = (text: string): string =>
  withoutAtEnds(text, (character) => PARTING.test(character));

const isPost = (word: string): boolean => WHOLE_POST.test(word.normalize('NFKC'));
