import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';

const PROTOCOLS: readonly string[] = ['http:', 'https:', 'mailto:'];
const MAX_LENGTH = 2000;

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

/** Whether a link may lead there: web pages and mail only, whatever letters hide the protocol. */
export const isLinkAddress = (address: unknown): address is string => {
  if (typeof address !== 'string' || address.length > MAX_LENGTH) return false;
  const url = parse(address);
  return url !== null && PROTOCOLS.includes(url.protocol);
};

const MAIL = /^[^\s@/:]+@([^\s@/:]+)$/;
const HOST = /^([^\s@/:?#]+)(?:[/:?#]|$)/;

/** Whether a text begins with the name of a host, as `pattern` takes it out: with a dot inside. */
const namesHost = (pattern: RegExp, typed: string): boolean =>
  pattern.exec(typed)?.[1]?.slice(1, -1).includes('.') ?? false;

/** Reads an address as people type it: https://…, www.pref.kumamoto.jp, name@example.jp. */
export const parseLinkAddress = (text: string): Result<string> => {
  const typed = text.normalize('NFKC').trim();
  const todo = '「https://」で始まるアドレスか、メールアドレスを入力してください。';
  if (typed === '') return refuse('リンク先が入っていません。', todo);
  if (typed.length > MAX_LENGTH) {
    return refuse('リンク先が長すぎます。', `${MAX_LENGTH}文字までにしてください。`);
  }
  const whole = namesHost(MAIL, typed)
    ? `mailto:${typed}`
    : namesHost(HOST, typed)
      ? `https://${typed}`
      : typed;
  return isLinkAddress(whole) ? ok(whole) : refuse(`${quote(text)}はリンク先にできません。`, todo);
};
