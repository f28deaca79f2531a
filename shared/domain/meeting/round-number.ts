import type { Result } from '../../result.ts';
import { parseCount } from '../../text/count.ts';
import { refuse } from '../../text/refuse.ts';

/** Reads a round's number: 2, ２, 第2回. Whether it is free is for the command to say. */
export const readRoundNumber = (text: string): Result<number> => {
  const parsed = parseCount(text.trim().replace(/^第|回(?:目|支援)?$/g, ''));
  return parsed.ok && parsed.value >= 1
    ? parsed
    : refuse(
        '支援の回の番号が読み取れません。',
        '「1」「2」のように、1以上の整数で入力してください。',
      );
};
