import { parseEdge } from '../../../dates/parse-edge.ts';
import type { SpanEdge } from '../../../dates/thirds.ts';
import type { FiscalYear } from '../../../dates/types.ts';
import { ok, type Result } from '../../../result.ts';
import { checkName } from '../../../text/limits.ts';
import { isBlank } from '../../record/row-values.ts';
import type { BarKind, BarState } from '../collections.ts';
import type { Span } from '../model.ts';
import type { Cells } from './fill-rows.ts';
import { type Read, readKind, readProgress, readState } from './read-choices.ts';
import { readTypedSpan } from './read-span.ts';

/** What a row of a pasted table says of a bar. Group and lane are names. */
export type BarCells = {
  readonly group: string;
  readonly lane: string;
  readonly label: string;
  readonly span: Span;
  readonly kind: BarKind;
  readonly state: BarState;
  readonly progress: number | null;
  readonly owner: string;
  readonly actualStart: SpanEdge | '';
  readonly actualEnd: SpanEdge | '';
  readonly note: string;
  /** What was read only in part, in sentences: an unknown kind became その他. */
  readonly doubts: readonly string[];
};

type Must = Pick<BarCells, 'group' | 'lane' | 'label' | 'span' | 'owner'>;
type May = Omit<BarCells, keyof Must>;

/** A bar, or in one sentence each why it is none. */
export const readBar = (
  texts: Cells,
  fiscalYear: FiscalYear | null,
): Result<BarCells, readonly string[]> => {
  const must = readMust(texts, fiscalYear);
  return must.ok ? ok({ ...must.value, ...readMay(texts, fiscalYear) }) : must;
};

/** What a bar cannot do without, or what must not stand in it; all that is wrong is told at once. */
const readMust = (texts: Cells, fiscalYear: FiscalYear | null): Result<Must, readonly string[]> => {
  const { owner = '' } = texts;
  const read = {
    group: checkName(texts.group ?? '', '分野'),
    lane: checkName(texts.lane ?? '', '取組み'),
    // Where a table has no column for it, a bar is called as its lane is.
    label: checkName(texts.label ?? texts.lane ?? '', '帯の名前'),
    span: readTypedSpan(texts, fiscalYear),
    owner: isBlank(owner) ? ok('') : checkName(owner, '担当'),
  };
  const { group, lane, label, span } = read;
  if (group.ok && lane.ok && label.ok && span.ok && read.owner.ok) {
    return ok({
      group: group.value,
      lane: lane.value,
      label: label.value,
      span: span.value,
      owner: read.owner.value,
    });
  }
  const reasons = Object.values(read).flatMap((each) => (each.ok ? [] : [each.error.happened]));
  return { ok: false, error: reasons };
};

/** What a bar can do without: where it cannot be read it is left out, and told as a doubt. */
const readMay = (texts: Cells, fiscalYear: FiscalYear | null): May => {
  const kind = readKind(texts.kind ?? '');
  const state = readState(texts.state ?? '');
  const progress = readProgress(texts.progress ?? '');
  const actualStart = readActual(texts.actualStart ?? '', '実績の開始', fiscalYear);
  const actualEnd = readActual(texts.actualEnd ?? '', '実績の終了', fiscalYear);
  return {
    kind: kind.value,
    state: state.value,
    progress: progress.value,
    actualStart: actualStart.value,
    actualEnd: actualEnd.value,
    note: texts.note ?? '',
    doubts: [kind, state, progress, actualStart, actualEnd].flatMap(({ doubts }) => doubts),
  };
};

const readActual = (
  text: string,
  what: string,
  fiscalYear: FiscalYear | null,
): Read<SpanEdge | ''> => {
  if (text === '') return { value: '', doubts: [] };
  const edge = parseEdge(text, fiscalYear);
  if (edge.ok) return { value: edge.value, doubts: [] };
  return { value: '', doubts: [`${what}：${edge.error.happened}空のままにします。`] };
};
