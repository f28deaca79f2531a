import { useMemo, useRef, useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import { type Copied, readCopied } from '#adapters/table-source/read-clipboard.ts';
import { readTableFile } from '#adapters/table-source/read-file.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { checkGrid, type Grid, gridOf } from '#shared/domain/import/grid.ts';
import {
  type Mapping,
  readMapping,
  signatureOf,
  writeMapping,
} from '#shared/domain/import/import-field.ts';
import type { ImportRow } from '#shared/domain/import/proposal.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { headingsOf, recognise, type Shape } from '#shared/domain/import/recognise.ts';
import { fiscalYearOfCase } from '#shared/domain/row-values.ts';
import type { Problem, Result } from '#shared/result.ts';
import { importCommand } from './commands.ts';
import { type Choice, countRows, usualChoice } from './model.ts';
import type { ImportRows } from './queries.ts';

/** A table that was pasted, or a sheet of a file. */
type Sheet = { readonly name: string; readonly grid: Grid };

type Source = {
  /** What its records will say of where they come from. */
  readonly words: string;
  readonly sheets: readonly Sheet[];
  readonly index: number;
};

/** What the page is busy with; both can be stopped until the write itself begins. */
export type Busy =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'preparing'; readonly done: number; readonly of: number }
  | { readonly kind: 'writing'; readonly of: number };

/** So many rows are made ready at a time, so that the window goes on answering. */
const CHUNK = 200;
const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

type Options = {
  readonly caseId: CaseId;
  readonly rows: ImportRows;
  readonly today: Day;
  readonly copied: Copied | null;
};

/** 表から取り込む: the table that was given, how it is read, and what is to become of each row. */
export const useImport = ({ caseId, rows, today, copied }: Options) => {
  const workspace = useWorkspace();
  const [first] = useState(() => (copied === null ? null : fromCopied(copied)));
  const [source, setSource] = useState<Source | null>(first?.ok ? first.value : null);
  const [problem, setProblem] = useState<Problem | null>(first?.ok === false ? first.error : null);
  const [busy, setBusy] = useState<Busy | null>(null);
  /** The mapping that staff chose, in place of the one that was recognised. */
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const stop = useRef<AbortController | null>(null);

  const grid = source?.sheets[source.index]?.grid ?? null;
  const found = useMemo(() => (grid === null ? null : recognise(grid)), [grid]);
  const shape = useMemo(() => {
    if (grid === null || found === null) return null;
    return shapeFor(grid, found, chosen, rows);
  }, [grid, found, chosen, rows]);
  const proposed = useMemo((): readonly ImportRow[] => {
    if (grid === null || shape === null) return [];
    const row = rows.case;
    return propose(grid, shape, {
      ...rows,
      today,
      fiscalYear: fiscalYearOfCase(row) ?? fiscalYearOf(today),
      prefectureName: row?.prefectureName ?? '',
      municipalityName: row?.municipalityName ?? '',
    });
  }, [grid, shape, rows, today]);
  const choiceOf = (row: ImportRow): Choice => choices.get(row.id) ?? usualChoice(row);

  const show = (result: Result<Source>): void => {
    setChosen(null);
    setChoices(new Map());
    setProblem(result.ok ? null : result.error);
    if (result.ok) setSource(result.value);
  };
  const begin = (): AbortSignal => {
    stop.current?.abort();
    stop.current = new AbortController();
    return stop.current.signal;
  };

  return {
    source,
    problem,
    busy,
    grid,
    shape,
    rows: proposed,
    choiceOf,
    counts: countRows(proposed, choiceOf),
    paste: (next: Copied): void => show(fromCopied(next)),
    open: async (file: File): Promise<void> => {
      const signal = begin();
      setBusy({ kind: 'reading', name: file.name });
      const read = await readTableFile(file, signal);
      if (signal.aborted) return;
      setBusy(null);
      if (!read.ok) return show(read);
      const sheets = read.value.map(({ name, cells, merges }) => ({
        name,
        grid: gridOf(cells, merges),
      }));
      const index = Math.max(
        0,
        sheets.findIndex((sheet) => checkGrid(sheet.grid).ok),
      );
      show(checked({ words: file.name, sheets, index }));
    },
    pickSheet: (name: string): void => {
      if (source === null) return;
      const index = source.sheets.findIndex((sheet) => sheet.name === name);
      if (index >= 0) show(checked({ ...source, index }));
    },
    map: (mapping: Mapping): void => {
      setChosen(mapping);
      setChoices(new Map());
    },
    choose: (row: ImportRow, choice: Choice): void =>
      setChoices((before) => new Map(before).set(row.id, choice)),
    chooseDoubles: (choice: Choice): void =>
      setChoices((before) => {
        const next = new Map(before);
        for (const row of proposed) if (row.double !== null) next.set(row.id, choice);
        return next;
      }),
    clear: (): void => {
      setSource(null);
      setProblem(null);
    },
    cancel: (): void => {
      stop.current?.abort();
      setBusy(null);
    },
    /** Takes the chosen rows in; null when it was stopped or refused. */
    take: async (): Promise<{ readonly added: number; readonly filled: number } | null> => {
      const wanted = proposed.filter((row) => row.verdict !== 'bad' && choiceOf(row) !== 'skip');
      const signal = begin();
      const items = [];
      for (const [index, row] of wanted.entries()) {
        if (index % CHUNK === 0) {
          setBusy({ kind: 'preparing', done: index, of: wanted.length });
          await frame();
          if (signal.aborted) return null;
        }
        const fills = choiceOf(row) === 'fill' ? (row.double?.ids ?? []) : [];
        items.push({ meeting: row.meeting, fills });
      }
      setBusy({ kind: 'writing', of: wanted.length });
      await frame();
      const values = { items, source: `${source?.words ?? ''}から取り込み` };
      const isMapped = grid !== null && shape?.kind === 'rows' && chosen !== null;
      const kept = isMapped
        ? { signature: signatureOf(headingsOf(grid, shape)), mapping: writeMapping(chosen) }
        : null;
      const done = await workspace.run(importCommand(caseId, values, kept));
      setBusy(null);
      if (done.ok) return done.value;
      setProblem(done.error);
      return null;
    },
  };
};

export type Importing = ReturnType<typeof useImport>;

const fromCopied = (copied: Copied): Result<Source> =>
  checked({ words: '貼り付けた表', sheets: [{ name: '', grid: readCopied(copied) }], index: 0 });

const checked = (source: Source): Result<Source> => {
  const grid = checkGrid(source.sheets[source.index]?.grid ?? []);
  return grid.ok ? { ok: true, value: source } : grid;
};

/** How the table is read: as staff chose, as they chose for such a table before, or as recognised. */
const shapeFor = (
  grid: Grid,
  found: Shape,
  chosen: Mapping | null,
  { mappings }: ImportRows,
): Shape => {
  if (found.kind === 'rounds') return found;
  if (chosen !== null) return { ...found, form: 'columns', mapping: chosen };
  const signature = signatureOf(headingsOf(grid, found));
  const known = mappings.find((row) => row.signature === signature && signature !== '');
  const mapping = known && readMapping(known.mapping, grid[0]?.length ?? 0);
  return mapping ? { ...found, form: 'columns', mapping } : found;
};
