import { ArrowRightLeft } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import { progressOf, readinessOf } from '#shared/domain/handover/readiness.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useKept } from '#ui/kept-here.ts';
import { LinkButton } from '#ui/link-button.tsx';
import type { Option } from '#ui/option.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Select } from '#ui/select.tsx';
import { useFocusKept } from '#ui/use-focus-kept.ts';
import {
  ALL,
  NOBODY,
  ofPerson,
  ofSection,
  personOptions,
  type ReadyLine,
  readyLines,
  sectionOptions,
  yearOptions,
  yearWords,
} from '../model.ts';
import { type ReadinessRows, readinessRows } from '../queries.ts';
import { GapsCard } from './gaps-card.tsx';
import styles from './handover.module.css';
import { HandoverFrame } from './handover-frame.tsx';
import { TacitCard } from './tacit-card.tsx';
import type { HandoverWays } from './ways.ts';

type ReadinessPageProps = HandoverWays & {
  readonly today: Day;
  readonly tabs: ReactNode;
  /** The fiscal year that is asked for. */
  readonly year?: number | undefined;
  readonly onYear: (year: number) => void;
  /** The case whose questions stand beside the list. */
  readonly selectedId: string | null;
};

/** 引継ぎ準備: what a successor would miss, and the way to each; of the desk, of those in charge, or of some cases. */
export const ReadinessPage = ({ tabs, ...props }: ReadinessPageProps) => {
  const { year, today } = props;
  const loaded = useLive(useMemo(() => readinessRows(year, fiscalYearOf(today)), [year, today]));
  return (
    <HandoverFrame loaded={loaded} tabs={tabs}>
      {(rows) =>
        rows.year === null ? (
          <EmptyState
            icon={<ArrowRightLeft aria-hidden="true" />}
            title="引き継ぐ案件はまだありません"
          >
            案件をつくると、引継ぎまでに足りないものがここに並びます。
          </EmptyState>
        ) : (
          <Readiness {...props} rows={rows} year={rows.year} />
        )
      }
    </HandoverFrame>
  );
};

type ReadinessProps = Omit<ReadinessPageProps, 'tabs' | 'year'> & {
  readonly rows: ReadinessRows;
  readonly year: number;
};

const textIn = (kept: unknown): string => (typeof kept === 'string' ? kept : ALL);

/** What is chosen of some options, or all where it is none of them any more. */
const amongst = (options: readonly Option[], chosen: string): string =>
  options.some(({ id }) => id === chosen) ? chosen : ALL;

const Readiness = ({ rows, year, onYear, selectedId, today, ...ways }: ReadinessProps) => {
  // Kept, since one comes back here from each gap.
  const [keptPerson, setPerson] = useKept('handover.person', textIn);
  const [keptSection, setSection] = useKept('handover.section', textIn);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => readyLines(rows, today), [rows, today]);
  const [persons, sections] = [personOptions(all), sectionOptions(all)];
  const person = amongst(persons, keptPerson);
  const section = amongst(sections, keptSection);
  const lines = ofSection(ofPerson(all, person), section);
  const selected = lines.find(({ id }) => id === selectedId);
  const picked = lines.filter(({ id }) => chosen.has(id));
  const scope = picked.length > 0 ? picked : lines;
  const looked = selected === undefined ? scope : [selected];
  const aspects = readinessOf(
    looked.map(({ ready }) => ready),
    rows.office,
  );
  const place = useFocusKept<HTMLDivElement>(selected?.id ?? '');
  const { questions, answer } = useAnswering(selected?.id, ways.onSelect);
  const whose = person === ALL || person === NOBODY ? `${yearWords(year)} ` : `${person}の`;
  const whole = progressOf(scope.flatMap((line) => line.aspects));
  return (
    <>
      <div className={styles.tools}>
        <Select
          isLabelHidden
          label="年度"
          onChange={(id) => onYear(Number(id))}
          options={yearOptions(rows.years)}
          value={String(year)}
        />
        {persons.length > 0 && (
          <Select
            isLabelHidden
            label="担当者"
            onChange={(id) => {
              setPerson(id);
              setChosen(new Set());
            }}
            options={persons}
            value={person}
          />
        )}
        {sections.length > 2 && (
          <Select
            isLabelHidden
            label="担当"
            onChange={(id) => {
              setSection(id);
              setChosen(new Set());
            }}
            options={sections}
            value={section}
          />
        )}
        <div className={styles.progress}>
          <ProgressBar
            label={scopeWords(picked.length, lines.length, whose)}
            max={Math.max(whole.total, 1)}
            value={whole.done}
            valueLabel={`${whole.done} / ${whole.total}`}
          />
        </div>
      </div>
      <div className={styles.columns} ref={place} tabIndex={-1}>
        <div data-comes>
          <Card className={styles.tableCard} padding="none">
            <DataTable
              chosen={chosen}
              columns={COLUMNS}
              currentId={selected?.id}
              label="引き継ぐ案件"
              onChoose={setChosen}
              onRowAction={({ id }) => ways.onSelect(id === selected?.id ? null : id)}
              rowId={({ id }) => id}
              rows={lines}
              rowText={({ name }) => name}
            />
            <p className={styles.hint}>
              案件を押すと、その案件だけを見て質問に答えられます。選ぶと、選んだ案件をまとめて見ます。
            </p>
          </Card>
        </div>
        <div className={styles.column}>
          {selected !== undefined && (
            <LinkButton onPress={() => ways.onSelect(null)}>すべての案件を見る</LinkButton>
          )}
          {selected !== undefined && (
            <div ref={questions}>
              <TacitCard key={selected.id} row={selected.ready.row} />
            </div>
          )}
          <GapsCard
            aspects={aspects}
            namesCases={looked.length > 1}
            title={
              selected === undefined
                ? '引き継ぐまでにそろえること'
                : `${selected.name}でそろえること`
            }
            ways={{ ...ways, onSelect: answer }}
          />
        </div>
      </div>
    </>
  );
};

/** Who answers the questions of a case writes at once: in the first that nobody has answered. */
const useAnswering = (
  selectedId: CaseId | undefined,
  onSelect: HandoverWays['onSelect'],
): {
  readonly questions: RefObject<HTMLDivElement | null>;
  readonly answer: HandoverWays['onSelect'];
} => {
  const questions = useRef<HTMLDivElement>(null);
  // A new one with each press: also that of a case whose questions stand there already.
  const [asked, setAsked] = useState<{ readonly id: CaseId | null }>();
  useEffect(() => {
    if (asked === undefined || asked.id !== selectedId) return;
    const fields = [...(questions.current?.querySelectorAll('textarea') ?? [])];
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
    setAsked(undefined);
  }, [asked, selectedId]);
  const answer = (id: CaseId | null): void => {
    setAsked({ id });
    onSelect(id);
  };
  return { questions, answer };
};

/** @param whose 令和4年度, or somebody */
const scopeWords = (picked: number, count: number, whose: string): string =>
  picked > 0 ? `選んだ${picked}案件の準備` : `${whose}${count}案件の準備`;

const COLUMNS: readonly TableColumn<ReadyLine>[] = [
  { id: 'name', label: '案件', isRowHeader: true, cell: ({ name }) => name },
  {
    id: 'section',
    label: '担当',
    width: '38%',
    cell: ({ inCharge, section }) => [inCharge.join('、'), section].filter(Boolean).join('・'),
  },
  {
    id: 'progress',
    label: '準備',
    width: '84px',
    align: 'end',
    cell: ({ progress: { done, total } }) => `${done} / ${total}`,
  },
];
