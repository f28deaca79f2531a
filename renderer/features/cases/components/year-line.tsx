import { useEffect, useRef } from 'react';
import type { CaseYears } from '#shared/domain/chain/case-years.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import styles from './year-line.module.css';

type YearLineProps = {
  readonly years: CaseYears;
  readonly current: CaseId;
  readonly onOpenCase: (id: CaseId) => void;
};

/** Whose line was left by a step: the line of the next case takes the focus, so that one can walk on. */
let walkedTo: CaseId | null = null;

/** The cases of a municipality, year by year, as links; arrows move between them, Enter goes there. */
export const YearLine = ({ years, current, onOpenCase }: YearLineProps) => {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (walkedTo !== current) return;
    walkedTo = null;
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [current]);
  const move = (from: HTMLAnchorElement, step: 1 | -1): void => {
    const all = [...(list.current?.querySelectorAll('a') ?? [])];
    all[all.indexOf(from) + step]?.focus();
  };
  return (
    <nav aria-label="年度ごとの案件" className={styles.nav}>
      <ol className={styles.line} ref={list}>
        {years.line.map((link) => {
          const { relation } = link;
          return (
            <li className={styles.year} key={link.id}>
              <a
                aria-current={link.id === current ? 'page' : undefined}
                className={styles.link}
                href={`#/cases/${link.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  if (link.id === current) return;
                  walkedTo = link.id;
                  onOpenCase(link.id);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'ArrowRight') move(event.currentTarget, 1);
                  if (event.key === 'ArrowLeft') move(event.currentTarget, -1);
                }}
              >
                {relation !== '' && <span className={styles.relation}>{relation}</span>}
                {link.label}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
