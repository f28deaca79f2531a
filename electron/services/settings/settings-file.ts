import path from 'node:path';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '#shared/ipc/settings.ts';
import type { Problem } from '#shared/result.ts';
import { readJsonFile, setAside, writeJsonFile } from '../json-file.ts';

export const SETTINGS_NAME = 'settings';

/**
 * Makes the settings file fit to be opened: one that is no JSON object, or a link, is set aside;
 * of one with unusable values the original is. Either is told.
 * @throws when the file can't be moved
 */
export const mendSettingsFile = (folder: string, now: Date): readonly Problem[] => {
  const file = path.join(folder, `${SETTINGS_NAME}.json`);
  const read = readJsonFile(file);
  if (read.kind === 'missing') return [];
  if (read.kind !== 'read' || !isRecord(read.value)) {
    setAside(file, now);
    return [CORRUPT];
  }
  if (hasUnusableValue(read.value)) {
    setAside(file, now);
    writeJsonFile(file, read.value);
    return [PARTLY];
  }
  return [];
};

/** The settings that raw values stand for; what is missing or unusable gets its default. */
export const toSettings = (raw: unknown): Settings => {
  const parsed = settingsSchema.safeParse(raw);
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasUnusableValue = (raw: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(toSettings(raw)).some(([key, value]) => key in raw && raw[key] !== value);

const CORRUPT: Problem = {
  code: 'damaged',
  happened: '設定のファイルが壊れていたため、はじめの設定に戻しました。',
  safe: '案件や会合の記録は無事です。壊れたファイルは消さずに残しました。',
  todo: '設定の画面で、都道府県とお名前をもう一度入れてください。',
};

const PARTLY: Problem = {
  code: 'damaged',
  happened: '設定の一部を読み取れなかったため、その項目だけはじめの値に戻しました。',
  safe: '案件や会合の記録は無事です。元のファイルは消さずに残しました。',
  todo: '設定の画面で、内容を確かめてください。',
};
