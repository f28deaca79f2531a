import { useEffect, useRef, useState } from 'react';
import {
  type Chosen,
  type Copied,
  type OpenTable,
  openCopiedTable,
  openTableFile,
  type ReadMeetings,
} from '#adapters/table-source/table-source.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import type { ImportContext } from '#shared/domain/import/proposal.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import type { Problem, Result } from '#shared/result.ts';
import type { ImportRows } from './queries.ts';

export type { Chosen, Copied };

/** A table that was pasted, or a file, open in its worker. */
type Source = {
  /** What its records will say of where they come from. */
  readonly words: string;
  readonly table: OpenTable;
  readonly index: number;
};

type Options = {
  readonly rows: ImportRows;
  readonly today: Day;
  /** What was pasted on the page before. */
  readonly copied: Copied | null;
  readonly chosen: Chosen | null;
  /** Another table stands here now, or only another sheet of it. */
  readonly onGiven: (isNew: boolean) => void;
};

const PASTED = '貼り付けた表';

/**
 * The table that is to be taken in, and the sheet of it that is read. All reading is done in a worker,
 * which goes with the table.
 */
export const useSource = ({ rows, today, copied, chosen, onGiven }: Options) => {
  const [source, setSource] = useState<Source | null>(null);
  const [reading, setReading] = useState<(ReadMeetings & { readonly index: number }) | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const control = useRef<AbortController | null>(null);
  const open = useRef<OpenTable | null>(null);

  const give = async (
    words: string,
    begin: (signal: AbortSignal) => Promise<Result<OpenTable>>,
  ): Promise<void> => {
    control.current?.abort();
    const current = new AbortController();
    control.current = current;
    const { signal } = current;
    setOpening(words);
    setProblem(null);
    const opened = await begin(signal);
    if (signal.aborted) return;
    onGiven(true);
    setProblem(opened.ok ? null : opened.error);
    if (!opened.ok) {
      setOpening(null);
      return;
    }
    open.current?.close();
    open.current = opened.value;
    setReading(null);
    setSource({ words, table: opened.value, index: opened.value.index });
  };
  const paste = (next: Copied): void =>
    void give(PASTED, (signal) => openCopiedTable(next, signal));
  const clear = (): void => {
    control.current?.abort();
    open.current?.close();
    setSource(null);
    setReading(null);
    setOpening(null);
    setProblem(null);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pasted before is given once
  useEffect(() => {
    if (copied !== null) paste(copied);
    return () => {
      control.current?.abort();
      open.current?.close();
    };
  }, []);

  useEffect(() => {
    if (source === null) return;
    let isOver = false;
    const { table, index } = source;
    const wanted = {
      sheet: index,
      chosen,
      mappings: rows.mappings,
      context: contextOf(rows, today),
    };
    setIsReading(true);
    void table.readMeetings(wanted).then((read) => {
      if (isOver) return;
      setIsReading(false);
      setOpening(null);
      setProblem(read.ok ? null : read.error);
      if (read.ok) setReading({ ...read.value, index });
      // What could be read before stays; without that there is nothing to show.
      else setReading((before) => (before?.index === index ? null : before));
    });
    return () => {
      isOver = true;
    };
  }, [source, chosen, rows, today]);

  return {
    source,
    reading,
    problem,
    opening,
    isReading,
    setProblem,
    paste,
    clear,
    openFile: (file: File): Promise<void> =>
      give(file.name, (signal) => openTableFile(file, signal)),
    /** Reads another sheet, or another of the tables that were pasted, by its place. */
    pickSheet: (index: number): void => {
      if (source?.table.sheets[index] === undefined) return;
      onGiven(false);
      setSource({ ...source, index });
    },
    cancel: (): void => {
      if (reading === null) clear();
      else control.current?.abort();
      setOpening(null);
    },
  };
};

const contextOf = (rows: ImportRows, today: Day): ImportContext => {
  const row = rows.case;
  return {
    today,
    fiscalYear: fiscalYearOfCase(row) ?? fiscalYearOf(today),
    meetings: rows.meetings,
    rounds: rows.rounds,
    organizations: rows.organizations,
    prefectureName: row?.prefectureName ?? '',
    municipalityName: row?.municipalityName ?? '',
  };
};
