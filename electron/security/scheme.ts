import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ProtocolResponse, protocol } from 'electron';
import { ATTACHMENTS_FOLDER } from '../services/attachments/store.ts';
import { decideFile, type FileRequest } from './app-files.ts';
import { pictureHash, readPicture } from './attached-pictures.ts';
import { SECURITY_HEADERS } from './csp.ts';
import { APP_SCHEME } from './origin.ts';

/** Must run once and before ready; a second call would erase the first. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
};

type Served = {
  /** The built renderer. */
  readonly root: string;
  /** Whose attached pictures the page may show. */
  readonly recordsFolder: string;
  /** Resolves when the page's program may run; requests for it wait. */
  readonly mayRun: Promise<void>;
};

/**
 * Serves the built renderer and attached pictures, and nothing beside them, as app://banso.
 * @returns resolves when the first request has been answered
 */
export const setupAppScheme = (served: Served): Promise<void> =>
  new Promise((resolve) => {
    // Deprecated, but `protocol.handle` loads all of undici for its Response, which holds up the start.
    protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
      answerRequest(request, served).then((response) => {
        answer(response);
        resolve();
      });
    });
  });

/** Never rejects: a request without an answer would wait for ever. */
const answerRequest = async (
  { url, method }: FileRequest,
  { root, recordsFolder, mayRun }: Served,
): Promise<ProtocolResponse> => {
  const hash = method === 'GET' ? pictureHash(url) : undefined;
  if (hash !== undefined) return picture(hash, recordsFolder);
  const decision = decideFile({ url, method }, root);
  if (decision.kind === 'refused') return refusal(decision.status);
  if (decision.isProgram) await mayRun;
  try {
    const content = await readFile(decision.path);
    return {
      statusCode: 200,
      headers: { ...SECURITY_HEADERS, 'Content-Type': decision.type },
      data: method === 'HEAD' ? NOTHING : content,
    };
  } catch {
    return refusal(404);
  }
};

const picture = async (hash: string, recordsFolder: string): Promise<ProtocolResponse> => {
  const file = path.join(recordsFolder, ATTACHMENTS_FOLDER, hash);
  const found = await readPicture(file, recordsFolder).catch(() => undefined);
  // What shows it says that it is gone; a refusal would stand in the log as a fault of the program.
  if (found === undefined) return refusal(204);
  return {
    statusCode: 200,
    // What lies under a hash never changes, but it may be gone.
    headers: { ...SECURITY_HEADERS, 'Content-Type': found.type, 'Cache-Control': 'no-store' },
    data: found.bytes,
  };
};

const NOTHING = Buffer.alloc(0);

const refusal = (statusCode: number): ProtocolResponse => ({
  statusCode,
  headers: { ...SECURITY_HEADERS },
  data: NOTHING,
});
