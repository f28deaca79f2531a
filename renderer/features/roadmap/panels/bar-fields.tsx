import type { BarPatch } from '#data/operations/roadmap/bars.ts';
import { checkSpan, ROADMAP_NOTE_LIMIT } from '#data/operations/roadmap/values.ts';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import {
  BAR_KIND_NAMES,
  BAR_KINDS,
  BAR_STATE_NAMES,
  BAR_STATES,
} from '#shared/domain/roadmap/collections.ts';
import type { Bar, LaneId, Roadmap, Span } from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { asTyped } from '#ui/commit/use-commit.ts';
import { CommitArea } from '#ui/commit-area.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import { PeekSection } from '#ui/peek-panel.tsx';
import { Select } from '#ui/select.tsx';
import { laneOptions, parseProgress } from '../model.ts';
import { EdgeField } from './edge-field.tsx';
import styles from './panels.module.css';

export type BarFieldsProps = {
  readonly roadmap: Roadmap;
  readonly bar: Bar;
  readonly fiscalYear: FiscalYear | null;
  /** Stores fields; a refusal comes back for the field. */
  readonly onSet: (patch: BarPatch, label?: string, burst?: string) => Promise<Result<unknown>>;
  /** Puts the bar elsewhere, which may ask about its followers. */
  readonly onPlace: (place: {
    readonly lane: LaneId;
    readonly span: Span;
  }) => Promise<Result<unknown>>;
};

const KINDS = BAR_KINDS.map((id) => ({ id, label: BAR_KIND_NAMES[id] }));
const STATES = BAR_STATES.map((id) => ({ id, label: BAR_STATE_NAMES[id] }));

/** All that can be said of a bar, each field stored by itself. */
export const BarFields = ({ roadmap, bar, fiscalYear, onSet, onPlace }: BarFieldsProps) => {
  const { span } = bar;
  const setEdge = (side: 'start' | 'end', edge: SpanEdge | ''): Promise<Result<unknown>> => {
    if (edge === '') return Promise.resolve(ok(null));
    // Where no month could be read, one is enough to bring the bar back onto the chart.
    if (span === null) return onSet({ start: edge, end: edge }, '帯の期間を変更');
    const next = { ...span, [side]: edge };
    const checked = checkSpan(next.start, next.end);
    return checked.ok ? onPlace({ lane: bar.lane, span: checked.value }) : Promise.resolve(checked);
  };
  return (
    <>
      <PeekSection>
        <div className={styles.fields}>
          <CommitField
            className={styles.wide}
            draftKey={`bars.${bar.id}.label`}
            label="名前"
            maxLength={NAME_LIMIT}
            onCommit={(label, burst) => onSet({ label }, '帯の名前を変更', burst)}
            parse={asTyped}
            value={bar.label}
          />
          <EdgeField
            draftKey={`bars.${bar.id}.start`}
            fiscalYear={fiscalYear}
            label="開始"
            onCommit={(edge) => setEdge('start', edge)}
            side="start"
            value={span?.start ?? ''}
          />
          <EdgeField
            draftKey={`bars.${bar.id}.end`}
            fiscalYear={fiscalYear}
            label="終了"
            onCommit={(edge) => setEdge('end', edge)}
            side="end"
            value={span?.end ?? ''}
          />
          <Select
            className={styles.wide}
            label="取組み（行）"
            onChange={(lane) => {
              if (span === null) void onSet({ lane }, '帯を別の取組みへ');
              else void onPlace({ lane, span });
            }}
            options={laneOptions(roadmap)}
            value={bar.lane}
          />
          <Select
            label="種類"
            onChange={(kind) => void onSet({ kind }, '帯の種類を変更')}
            options={KINDS}
            value={bar.kind}
          />
          <Select
            label="状態"
            onChange={(state) => void onSet({ state }, '帯の状態を変更')}
            options={STATES}
            value={bar.state}
          />
          <CommitField
            align="end"
            inputMode="numeric"
            draftKey={`bars.${bar.id}.progress`}
            label="進み"
            mode="leaving"
            onCommit={(progress: number | null) => onSet({ progress }, '帯の進みを変更')}
            parse={parseProgress}
            suffix="％"
            value={bar.progress === null ? '' : String(bar.progress)}
          />
          <CommitField
            draftKey={`bars.${bar.id}.owner`}
            label="担当"
            maxLength={NAME_LIMIT}
            onCommit={(owner, burst) => onSet({ owner }, '帯の担当を変更', burst)}
            parse={asTyped}
            placeholder="町、包括 など"
            value={bar.owner}
          />
        </div>
      </PeekSection>
      <PeekSection title="実績">
        <div className={styles.fields}>
          <EdgeField
            fiscalYear={fiscalYear}
            isOptional
            draftKey={`bars.${bar.id}.actualStart`}
            label="実際の開始"
            onCommit={(actualStart) => onSet({ actualStart }, '帯の実績を変更')}
            placeholder="まだ"
            side="start"
            value={bar.actualStart}
          />
          <EdgeField
            fiscalYear={fiscalYear}
            isOptional
            draftKey={`bars.${bar.id}.actualEnd`}
            label="実際の終了"
            onCommit={(actualEnd) => onSet({ actualEnd }, '帯の実績を変更')}
            placeholder="まだ"
            side="end"
            value={bar.actualEnd}
          />
        </div>
      </PeekSection>
      <PeekSection>
        <CommitArea
          draftKey={`bars.${bar.id}.note`}
          label="備考"
          maxLength={ROADMAP_NOTE_LIMIT}
          maxRows={10}
          minRows={2}
          onCommit={(note, burst) => onSet({ note }, '帯の備考を変更', burst)}
          value={bar.note}
        />
      </PeekSection>
    </>
  );
};
