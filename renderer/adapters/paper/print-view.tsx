import { createPortal } from 'react-dom';
import styles from './paper.module.css';
import { Sheets } from './sheets.tsx';
import type { Pages } from './use-pages.ts';

/** The pages beside the app in the document: print shows them and nothing else, the screen never. */
export const PrintView = ({ pages }: { readonly pages: Pages }) =>
  createPortal(
    <div className={styles.print} data-print="">
      <Sheets pages={pages} />
    </div>,
    document.body,
  );
