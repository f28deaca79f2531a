import { AUDIENCE_NAMES, type Audience } from '../../record/audience.ts';
import type { Roadmap } from '../model.ts';

const WORD = 'ロードマップ';

/** 益城町の自立支援・重度化防止に関する取組み ロードマップ: the place and the word, unless the title says them. */
export const headingOf = ({ title }: Pick<Roadmap, 'title'>, municipality: string): string => {
  const own = title.trim();
  if (own === '') return [municipality, WORD].filter((part) => part !== '').join(' ');
  const placed =
    municipality === '' || own.includes(municipality) ? own : `${municipality}の${own}`;
  return placed.includes(WORD) ? placed : `${placed} ${WORD}`;
};

/** The name that a save dialog proposes, without an ending. */
export const fileNameOf = (
  roadmap: Pick<Roadmap, 'provisional'>,
  municipality: string,
  versionName: string,
  audience: Audience,
): string =>
  [
    ...[municipality, WORD, versionName, roadmap.provisional ? '暫定版' : ''],
    audience === 'office' ? '' : AUDIENCE_NAMES[audience],
  ]
    .filter((part) => part !== '')
    .join('_');
