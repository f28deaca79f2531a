import { useEffect, useState } from 'react';
import styles from './loading.module.css';
import { Spinner } from './spinner.tsx';

type LoadingProps = {
  /** What is awaited; default 「読み込んでいます」. */
  readonly label?: string | undefined;
  /** Shown only after this many ms, so that quick work does not flicker; default 300. */
  readonly delay?: number | undefined;
};

/** Fills the place of content that has not come yet. */
export const Loading = ({ label = '読み込んでいます', delay = 300 }: LoadingProps) => {
  const [isShown, setIsShown] = useState(delay === 0);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return (
    <div aria-busy="true" className={styles.loading} role="status">
      {isShown && (
        <>
          <Spinner />
          <span>{label}</span>
        </>
      )}
    </div>
  );
};
