import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** How a passphrase becomes a key (scrypt): `N` is 2 to the power of `logN`. */
export type SealParameters = {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
  /** 16 bytes, hexadecimal. */
  readonly salt: string;
};

/** What a passphrase opens: 64 bytes, hexadecimal. Whoever has it needs no passphrase. */
export type SealKey = string & { readonly sealKey: unique symbol };

const KEY_BYTES = 64;
/** What scrypt needs for N = 2^17 and r = 8 is 128 MiB and a little more. */
const MEMORY = 256 * 1024 * 1024;

export const newParameters = (): SealParameters => ({
  logN: 17,
  r: 8,
  p: 1,
  salt: randomBytes(16).toString('hex'),
});

/** Whether a key can be made by them in this memory: others are no file of ours, or somebody's bad joke. */
export const areSound = ({ logN, r, p, salt }: SealParameters): boolean =>
  Number.isInteger(logN) &&
  logN >= 14 &&
  logN <= 17 &&
  r === 8 &&
  p === 1 &&
  /^[0-9a-f]{32}$/.test(salt);

/**
 * Takes some 0.5 s and 128 MiB, on purpose: not in a process that has a window to serve.
 * The same passphrase opens however its letters were typed (NFKC).
 */
export const deriveKey = (passphrase: string, parameters: SealParameters): Promise<SealKey> =>
  new Promise((resolve, reject) => {
    const { logN, r, p, salt } = parameters;
    const options = { N: 2 ** logN, r, p, maxmem: MEMORY };
    const words = passphrase.normalize('NFKC').trim();
    scrypt(words, Buffer.from(salt, 'hex'), KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex') as SealKey);
    });
  });

export const isSealKey = (text: unknown): text is SealKey =>
  typeof text === 'string' && /^[0-9a-f]{128}$/.test(text);

/** A key of 32 bytes for one purpose; `salt` tells streams of one purpose apart. */
export const keyFor = (key: SealKey, purpose: string, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), salt, purpose, 32));

const NO_SALT = Buffer.alloc(0);

/** What a file says of its key, so that a wrong passphrase is told at once and not taken for damage. */
export const checkOf = (key: SealKey): string =>
  keyFor(key, 'banso check', NO_SALT).toString('hex').slice(0, 32);

export const isKeyOf = (check: string, key: SealKey): boolean => {
  const own = Buffer.from(checkOf(key));
  const given = Buffer.from(check);
  return own.length === given.length && timingSafeEqual(own, given);
};

/** The last one: a run asks for thousands of names under one key, and making the key takes longer than a name. */
const latest: { key?: SealKey; names?: Buffer } = {};

const keyOfNames = (key: SealKey): Buffer => {
  if (latest.names !== undefined && latest.key === key) return latest.names;
  const names = keyFor(key, 'banso names', NO_SALT);
  Object.assign(latest, { key, names });
  return names;
};

/** The name under which something is stored whose own name (a hash of its content) would tell what it is. */
export const hiddenName = (key: SealKey, name: string): string =>
  createHmac('sha256', keyOfNames(key)).update(name).digest('hex');
