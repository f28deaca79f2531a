import { showToast } from '#ui/toast-queue.ts';

/**
 * Puts text on the clipboard; says so when that fails.
 * @returns whether it is there
 */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    showToast('コピーできませんでした。', { tone: 'danger' });
    return false;
  }
};
