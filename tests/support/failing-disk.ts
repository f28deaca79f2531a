import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Failing = {
  /** The system's error code for what fails. */
  readonly writeFile?: string;
  readonly datasync?: string;
  readonly truncate?: string;
  readonly open?: string;
  /** Which files; all logs unless given. */
  readonly path?: RegExp;
};

const real = promises.open;

/**
 * Makes the system refuse what is done to log files. A failing write has written half of its bytes.
 * @returns what ends it
 */
export const failing = ({ path = /\.log$/, ...codes }: Failing): (() => void) => {
  const error = (code: string): Error => Object.assign(new Error(code), { code });
  promises.open = async (file, ...rest) => {
    if (!path.test(String(file))) return real(file, ...rest);
    if (codes.open !== undefined) throw error(codes.open);
    const handle = await real(file, ...rest);
    const { writeFile: writeCode, datasync: syncCode, truncate: cutCode } = codes;
    if (writeCode !== undefined) {
      handle.writeFile = async (content) => {
        const bytes = content as Uint8Array;
        await handle.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
        throw error(writeCode);
      };
    }
    if (syncCode !== undefined) {
      handle.datasync = async () => {
        throw error(syncCode);
      };
    }
    if (cutCode !== undefined) {
      handle.truncate = async () => {
        throw error(cutCode);
      };
    }
    return handle;
  };
  syncBuiltinESMExports();
  return () => {
    promises.open = real;
    syncBuiltinESMExports();
  };
};
