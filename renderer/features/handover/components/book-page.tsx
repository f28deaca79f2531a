import { BookOpen } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { PaperPort } from '#adapters/paper/use-paper-actions.ts';
import { useLive } from '#adapters/store/store.tsx';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { PageBody } from '#ui/app-frame.tsx';
import { Badge } from '#ui/badge.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Select } from '#ui/select.tsx';
import { yearOptions } from '../model.ts';
import { bookMarks, bookRows, type YearCases, yearCases } from '../queries.ts';
import { BookPaper } from './book-paper.tsx';
import { BookParts } from './book-parts.tsx';
import type { BookView } from './book-view.tsx';
import styles from './handover.module.css';
import { HandoverFrame } from './handover-frame.tsx';

type BookPageProps = {
  readonly today: Day;
  readonly tabs: ReactNode;
  readonly port: PaperPort;
  readonly year?: number | undefined;
  readonly onYear: (year: number) => void;
  /** Whose 引継書: null for the office. */
  readonly caseId: CaseId | null;
  readonly onSelect: (caseId: CaseId | null, year: number) => void;
  /** The case's own page. */
  readonly onOpenCase: (caseId: CaseId) => void;
};

/** 引継書 of each case and of the office: drafted from records, written over in place, printed. */
export const BookPage = ({ tabs, ...props }: BookPageProps) => {
  const { year, today, caseId } = props;
  // A case that is asked for by itself is listed among those of its year.
  const alone = year === undefined ? caseId : null;
  const loaded = useLive(
    useMemo(() => yearCases(year, fiscalYearOf(today), alone), [year, today, alone]),
  );
  return (
    <HandoverFrame layout="fill" loaded={loaded} tabs={tabs}>
      {(found) =>
        found.year === null ? (
          <EmptyState
            icon={<BookOpen aria-hidden="true" />}
            title="引継書にする案件はまだありません"
          >
            案件をつくると、記録から引継書の下書きができます。
          </EmptyState>
        ) : (
          <Books {...props} found={found} year={found.year} />
        )
      }
    </HandoverFrame>
  );
};

type BooksProps = Omit<BookPageProps, 'tabs' | 'year'> & {
  readonly found: YearCases;
  readonly year: number;
};

const Books = ({ found, year, onYear, caseId, onSelect, ...rest }: BooksProps) => {
  const asked = found.cases.map((digest) => digest.case.id).join(' ');
  const marks = useLive(useMemo(() => bookMarks(idsOf(asked)), [asked]));
  const items = [
    { id: null, label: '課全体' },
    ...found.cases.map(({ case: { id, municipalityName } }) => ({
      id,
      label: municipalityName || '（市町村名なし）',
    })),
  ];
  return (
    <div className={styles.books}>
      <nav aria-label="引継書" className={styles.list}>
        <Select
          isLabelHidden
          label="年度"
          onChange={(id) => onYear(Number(id))}
          options={yearOptions(found.years)}
          value={String(year)}
        />
        <ul>
          {items.map(({ id, label }) => {
            const count = marks.state === 'ready' ? (marks.value.get(id) ?? 0) : 0;
            return (
              <li key={id ?? 'office'}>
                <button
                  aria-current={id === caseId ? 'page' : undefined}
                  className={styles.item}
                  onClick={() => onSelect(id, year)}
                  type="button"
                >
                  {label}
                  {count > 0 && <Badge tone="warning">{`要確認 ${count}`}</Badge>}
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <Book {...rest} caseId={caseId} found={found} key={caseId ?? 'office'} />
    </div>
  );
};

/** The list of cases is told anew with every record: what is asked for stays the same. */
const idsOf = (asked: string): readonly CaseId[] =>
  asked === '' ? [] : (asked.split(' ') as CaseId[]);

type BookProps = Pick<BookPageProps, 'today' | 'port' | 'caseId' | 'onOpenCase'> & {
  readonly found: YearCases;
};

const Book = ({ found, caseId, today, port, onOpenCase }: BookProps) => {
  const [chosen, setChosen] = useState<BookView>();
  const view = chosen ?? 'write';
  const asked = caseId ?? found.cases.map((digest) => digest.case.id).join(' ');
  const loaded = useLive(useMemo(() => bookRows(idsOf(asked), caseId === null), [asked, caseId]));
  if (loaded.state !== 'ready') {
    return <PageBody>{loaded.state === 'loading' ? <Loading /> : <Unread />}</PageBody>;
  }
  const rows = loaded.value;
  if (rows.cases.length === 0) {
    return (
      <PageBody>
        <Unread />
      </PageBody>
    );
  }
  const shared = { caseId, rows, today, view, onView: setChosen, isChosen: chosen !== undefined };
  return view === 'write' ? (
    <BookParts {...shared} onOpenCase={onOpenCase} />
  ) : (
    <BookPaper {...shared} port={port} />
  );
};

const Unread = () => (
  <EmptyState title="この引継書は読めませんでした">
    一覧から選び直してください。保存済みの記録は残っています。
  </EmptyState>
);
