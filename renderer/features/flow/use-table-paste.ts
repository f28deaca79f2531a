import { useEffect } from 'react';
import { looksLikeTable } from '#shared/domain/import/tsv.ts';
import { useLatest } from './use-latest.ts';

type Copied = { readonly html: string; readonly text: string };

/** Ctrl+V outside of any field, with a table on the clipboard, brings it in. */
export const useTablePaste = (onPaste: (copied: Copied) => void): void => {
  const latest = useLatest(onPaste);
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isField =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.closest('input, textarea, [role=dialog]') !== null);
      if (isField || clipboardData === null || event.defaultPrevented) return;
      const copied = {
        html: clipboardData.getData('text/html'),
        text: clipboardData.getData('text/plain'),
      };
      if (!looksLikeTable(copied)) return;
      event.preventDefault();
      latest.current(copied);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [latest]);
};
