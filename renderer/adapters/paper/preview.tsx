import { useLayoutEffect, useRef, useState } from 'react';
import styles from './preview.module.css';
import type { Sheet } from './sheet.ts';
import { Sheets } from './sheets.tsx';
import type { Pages } from './use-pages.ts';

/** Between two sheets, and around them, in pixels. */
const GAP = 20;
const LARGEST = 1.25;

type PreviewProps = { readonly pages: Pages };

/** The pages as they will print, scaled to the room that there is. */
export const Preview = ({ pages }: PreviewProps) => {
  const room = useRef<HTMLElement>(null);
  const scale = useFittingScale(room, pages.sheet);
  const count = pages.ranges.length;
  return (
    <section
      aria-label={`紙面の見本（全${count}ページ）`}
      className={styles.preview}
      ref={room}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <div
        className={styles.fitted}
        style={{
          height: `${(pages.sheet.height + GAP) * count * scale}px`,
          width: `${pages.sheet.width * scale}px`,
        }}
      >
        <div className={styles.desk} style={{ transform: `scale(${scale})` }}>
          <Sheets pages={pages} />
        </div>
      </div>
    </section>
  );
};

const useFittingScale = (room: { readonly current: HTMLElement | null }, sheet: Sheet): number => {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const read = (): void => setWidth(element.clientWidth - GAP * 2);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return width <= 0 ? 1 : Math.min(width / sheet.width, LARGEST);
};
