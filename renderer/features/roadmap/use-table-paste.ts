import { useEffect } from 'react';
import type { Copied } from '#adapters/table-source/table-source.ts';
import { looksLikeTable } from '#shared/domain/import/tsv.ts';
import { useLatest } from './use-latest.ts';

/** Ctrl+V outside of any field, with rows from Excel on the clipboard, brings them in. */
export const useTablePaste = (isOn: boolean, onPaste: (copied: Copied) => void): void => {
  const latest = useLatest(onPaste);
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isField =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.closest('input, textarea, [role=dialog]') !== null);
      if (isField || clipboardData === null || event.defaultPrevented) return;
      const text = clipboardData.getData('text/plain');
      if (!looksLikeTable({ html: '', text })) return;
      event.preventDefault();
      // Its HTML tells merged, hidden and struck-out cells, which the text does not.
      latest.current({ html: clipboardData.getData('text/html'), text });
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [isOn, latest]);
};
