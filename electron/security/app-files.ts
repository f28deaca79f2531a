import path from 'node:path';
import { isOwnUrl, parseUrl } from './origin.ts';

export type FileRequest = { readonly url: string; readonly method: string };

export type FileDecision =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly type: string;
      /** Whether it is run, and so may look at records. */
      readonly isProgram: boolean;
    }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 405 };

const PROGRAM = 'text/javascript; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': PROGRAM,
  '.mjs': PROGRAM,
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

const refused = (status: 400 | 403 | 404 | 405): FileDecision => ({ kind: 'refused', status });

/**
 * Decides which file of `root` answers a request of app://, or why none does.
 * Only '/' means index.html; a file of an unknown type is none of ours.
 */
export const decideFile = ({ url, method }: FileRequest, root: string): FileDecision => {
  if (method !== 'GET' && method !== 'HEAD') return refused(405);
  if (!isOwnUrl(url)) return refused(403);
  const name = decodePath(parseUrl(url)?.pathname ?? '');
  if (name === undefined) return refused(400);
  const file = path.resolve(root, `.${name === '/' ? '/index.html' : name}`);
  if (!file.startsWith(path.resolve(root) + path.sep)) return refused(403);
  const type = TYPES[path.extname(file).toLowerCase()];
  if (type === undefined) return refused(404);
  return { kind: 'file', path: file, type, isProgram: type === PROGRAM };
};

/** Decodes once; what would decode again, climb, or name a drive or stream is no path of ours. */
const decodePath = (pathname: string): string | undefined => {
  const name = decodeOnce(pathname);
  if (name === undefined || !name.startsWith('/')) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f\\:%]/.test(name)) return undefined;
  return name.split('/').some((step) => step === '..' || step === '.') ? undefined : name;
};

const decodeOnce = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
