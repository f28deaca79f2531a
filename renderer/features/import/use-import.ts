import { useRef, useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { type ImportField, writeMapping } from '#shared/domain/import/import-field.ts';
import type { ImportRow } from '#shared/domain/import/proposal.ts';
import type { Form } from '#shared/domain/import/shape.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { trailOf } from '#shared/domain/record/trail.ts';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { importCommand } from './commands.ts';
import { type Choice, countRows, usualChoice } from './model.ts';
import type { ImportRows } from './queries.ts';
import { type Chosen, type Copied, useSource } from './use-source.ts';

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
  const [working, setWorking] = useState<Busy | null>(null);
  /** How staff want the table read, in place of what was recognised. */
  const [chosen, setChosen] = useState<Chosen | null>(null);
  /** What paper is to say of where the meetings come from; '' leaves it off paper. */
  const draft = useDraftForm(`import.${caseId}.origin`, '取り込む表の出典', NO_ORIGIN);
  const { origin } = draft.values;
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const stop = useRef<AbortController | null>(null);
  const source = useSource({
    rows,
    today,
    copied,
    chosen,
    onGiven: (isNew) => {
      setChosen(null);
      setChoices(new Map());
      // What an earlier visit has left was meant for the table that is given again.
      if (isNew && !draft.form.isLeftOver()) draft.reset();
    },
  });
  const { reading } = source;
  const proposed = reading?.rows ?? NO_ROWS;
  const choiceOf = (row: ImportRow): Choice => choices.get(row.id) ?? usualChoice(row);
  const busy: Busy | null =
    working ?? (source.opening === null ? null : { kind: 'reading', name: source.opening });

  return {
    source: source.source,
    problem: source.problem,
    busy,
    /** Whether what is shown is about to be read anew. */
    isStale: source.isReading,
    reading,
    rows: proposed,
    choiceOf,
    counts: countRows(proposed, choiceOf),
    paste: source.paste,
    open: source.openFile,
    pickSheet: source.pickSheet,
    pickForm: (form: Form): void => {
      setChosen({ form, fields: null });
      setChoices(new Map());
    },
    /** Says what a column is, or a row at the side of rounds. */
    map: (at: number, field: ImportField): void => {
      if (reading === null) return;
      const fields = reading.lines.map(
        (line) => [line.at, line.at === at ? field : line.field] as const,
      );
      setChosen({ form: reading.shape.kind, fields });
      setChoices(new Map());
    },
    origin,
    setOrigin: (text: string): void => draft.set({ origin: text }),
    choose: (row: ImportRow, choice: Choice): void =>
      setChoices((before) => new Map(before).set(row.id, choice)),
    chooseDoubles: (choice: Choice): void =>
      setChoices((before) => {
        const next = new Map(before);
        for (const row of proposed) if (row.double !== null) next.set(row.id, choice);
        return next;
      }),
    clear: (): void => {
      draft.reset();
      source.clear();
    },
    cancel: (): void => {
      stop.current?.abort();
      source.cancel();
      setWorking(null);
    },
    /** Takes the chosen rows in; null when it was stopped or refused. */
    take: async (): Promise<{ readonly added: number; readonly filled: number } | null> => {
      const wanted = proposed.filter((row) => row.verdict !== 'bad' && choiceOf(row) !== 'skip');
      stop.current = new AbortController();
      const { signal } = stop.current;
      const items = [];
      for (const [index, row] of wanted.entries()) {
        if (index % CHUNK === 0) {
          setWorking({ kind: 'preparing', done: index, of: wanted.length });
          await frame();
          if (signal.aborted) return null;
        }
        const fills = choiceOf(row) === 'fill' ? (row.double?.ids ?? []) : [];
        items.push({ meeting: row.meeting, fills });
      }
      setWorking({ kind: 'writing', of: wanted.length });
      await frame();
      const values = { items, source: origin.trim() || trailOf(source.source?.words ?? '') };
      const isMapped = reading?.shape.kind === 'rows' && chosen?.fields != null;
      const kept = isMapped
        ? { signature: reading.signature, mapping: writeMapping(reading.shape.mapping) }
        : null;
      const done = await workspace.run(importCommand(caseId, values, kept));
      setWorking(null);
      if (done.ok) {
        draft.reset();
        return done.value;
      }
      source.setProblem(done.error);
      return null;
    },
  };
};

export type Importing = ReturnType<typeof useImport>;

const NO_ORIGIN = { origin: '' };
const NO_ROWS: readonly ImportRow[] = [];
