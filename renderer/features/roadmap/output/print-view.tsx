import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Drawing } from '#shared/domain/roadmap/paper/drawing.ts';
import { toSvg } from '#shared/domain/roadmap/paper/svg.ts';
import { cx } from '#ui/class-names.ts';
import type { OutPaper } from './out-props.ts';
import styles from './output.module.css';

type PrintViewProps = { readonly drawing: Drawing; readonly size: OutPaper };

/** The page beside the app in the document: print shows it and nothing else, the screen never. */
export const PrintView = ({ drawing, size }: PrintViewProps) => {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Read as XML: the names in it can become letters only, and nothing in it runs.
    const read = new DOMParser().parseFromString(toSvg(drawing), 'image/svg+xml');
    host.current?.replaceChildren(document.importNode(read.documentElement, true));
  }, [drawing]);
  return createPortal(
    <div className={cx(styles.print, styles[size])} data-print="" ref={host} />,
    document.body,
  );
};
