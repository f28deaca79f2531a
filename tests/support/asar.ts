import { readFile } from 'node:fs/promises';

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  readonly integrity?: unknown;
};

export type PackedFile = {
  readonly name: string;
  readonly content: Buffer;
  readonly hasIntegrity: boolean;
};

/** Every file in an asar archive. Format: https://github.com/electron/asar#format */
export const readAsar = async (archive: string): Promise<readonly PackedFile[]> => {
  const bytes = await readFile(archive);
  const begin = 8 + bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const walk = (name: string, entry: Entry): readonly PackedFile[] => {
    if (entry.files !== undefined) {
      return Object.entries(entry.files).flatMap(([step, below]) =>
        walk(name === '' ? step : `${name}/${step}`, below),
      );
    }
    const from = begin + Number(entry.offset);
    const content = bytes.subarray(from, from + (entry.size ?? 0));
    return [{ name, content, hasIntegrity: entry.integrity !== undefined }];
  };
  return walk('', header);
};
