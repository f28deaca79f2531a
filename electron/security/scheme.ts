import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { decideFile } from './app-files.ts';
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

/** Serves the built renderer, and nothing beside it, as app://banso. */
export const setupAppScheme = (root: string): void => {
  protocol.handle(APP_SCHEME, async ({ url, method }) => {
    const decision = decideFile({ url, method }, root);
    if (decision.kind === 'refused') return refuse(decision.status);
    try {
      const content = await readFile(decision.path);
      return new Response(method === 'HEAD' ? null : new Uint8Array(content), {
        headers: { ...SECURITY_HEADERS, 'Content-Type': decision.type },
      });
    } catch {
      return refuse(404);
    }
  });
};

const refuse = (status: number): Response =>
  new Response(null, { status, headers: SECURITY_HEADERS });
