import { showToast } from '#ui/toast-queue.ts';
import { copy } from '../clipboard/clipboard.ts';

/** Puts text on the clipboard; says so when that fails. @returns whether it is there */
export const copyOrSay = async (text: string): Promise<boolean> => {
  const isCopied = await copy(text);
  if (!isCopied) showToast('コピーできませんでした。', { tone: 'danger' });
  return isCopied;
};
