import path from 'node:path';
import { type DeviceId, isId, randomId } from '#shared/domain/ids.ts';
import type { Problem } from '#shared/result.ts';
import { diskProblem } from './disk-problem.ts';
import { readJsonFile, setAside, writeJsonFile } from './json-file.ts';

export type Device = {
  readonly id: DeviceId;
  /** No device was known here before: the first start, or the file is lost. */
  readonly isNew: boolean;
  readonly notices: readonly Problem[];
};

/**
 * This installation's id, which names its log files; made once and kept beside them.
 * Where it can't be read a new one is made: the old log files then are another device's, still read.
 */
export const loadDevice = (recordsFolder: string, now: Date): Device => {
  const file = path.join(recordsFolder, 'device.json');
  const read = readJsonFile(file);
  if (read.kind === 'read' && isDeviceFile(read.value)) {
    return { id: read.value.device as DeviceId, isNew: false, notices: [] };
  }
  const id = randomId<DeviceId>();
  try {
    if (read.kind !== 'missing') setAside(file, now);
    writeJsonFile(file, { device: id });
    return { id, isNew: true, notices: read.kind === 'missing' ? [] : [REPLACED] };
  } catch (error) {
    return { id, isNew: true, notices: [diskProblem('このパソコンの識別番号', error)] };
  }
};

const isDeviceFile = (value: unknown): value is { readonly device: string } =>
  typeof value === 'object' &&
  value !== null &&
  'device' in value &&
  typeof value.device === 'string' &&
  isId(value.device);

const REPLACED: Problem = {
  code: 'damaged',
  happened: 'このパソコンの識別番号を読み取れなかったため、新しく付け直しました。',
  safe: 'これまでの記録はすべて読めます。壊れたファイルは消さずに残しました。',
  todo: 'このままお使いください。',
};
