import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import styles from './sticky-head.module.css';

type StickyHeadProps = {
  /** What scrolls below it. */
  readonly host: RefObject<HTMLElement | null>;
  /** The custom property of the host that holds its height: where other heads have to stand below it. */
  readonly name: `--${string}`;
  readonly children: ReactNode;
};

/** The head of a page that stays while the page scrolls; in a low window it scrolls away. */
export const StickyHead = ({ host, name, children }: StickyHeadProps) => {
  const head = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = head.current;
    if (element === null) return;
    const tell = (): void => {
      const stays = getComputedStyle(element).position === 'sticky';
      host.current?.style.setProperty(name, `${stays ? element.offsetHeight : 0}px`);
    };
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    window.addEventListener('resize', tell);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', tell);
    };
  }, [host, name]);
  return (
    <div className={styles.head} ref={head}>
      {children}
    </div>
  );
};
