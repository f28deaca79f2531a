import { useEffect } from 'react';
import { looksLikeTable } from '#shared/domain/import/tsv.ts';
import { useLatest } from '#ui/use-latest.ts';
import type { Copied } from './table-source.ts';

type Listening = {
  readonly isOn?: boolean;
  /** Whether the text alone tells a table: what a chart's rows are made of. */
  readonly isPlain?: boolean;
};

/** Ctrl+V outside of any field, with a table on the clipboard, brings it in. */
export const useTablePaste = (
  onPaste: (copied: Copied) => void,
  { isOn = true, isPlain = false }: Listening = {},
): void => {
  const latest = useLatest(onPaste);
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isField =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.closest('input, textarea, [role=dialog]') !== null);
      if (isField || clipboardData === null || event.defaultPrevented) return;
      const copied = {
        // Its HTML tells merged, hidden and struck-out cells, which the text does not.
        html: clipboardData.getData('text/html'),
        text: clipboardData.getData('text/plain'),
      };
      if (!looksLikeTable(isPlain ? { ...copied, html: '' } : copied)) return;
      event.preventDefault();
      latest.current(copied);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [isOn, isPlain, latest]);
};
