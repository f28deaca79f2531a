import { readFile } from 'node:fs/promises';
import { type ProtocolResponse, protocol } from 'electron';
import { decideFile, type FileRequest } from './app-files.ts';
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

/**
 * Serves the built renderer, and nothing beside it, as app://banso.
 * @returns resolves when the first request has been answered
 */
export const setupAppScheme = (root: string): Promise<void> =>
  new Promise((resolve) => {
    // Deprecated, but `protocol.handle` loads all of undici for its Response, which holds up the start.
    protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
      answerRequest(request, root).then((response) => {
        answer(response);
        resolve();
      });
    });
  });

/** Never rejects: a request without an answer would wait for ever. */
const answerRequest = async (
  { url, method }: FileRequest,
  root: string,
): Promise<ProtocolResponse> => {
  const decision = decideFile({ url, method }, root);
  if (decision.kind === 'refused') return refusal(decision.status);
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

const NOTHING = Buffer.alloc(0);

const refusal = (statusCode: number): ProtocolResponse => ({
  statusCode,
  headers: { ...SECURITY_HEADERS },
  data: NOTHING,
});
