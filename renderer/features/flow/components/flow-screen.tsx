import { CalendarPlus, Table } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTablePaste } from '#adapters/table-source/use-table-paste.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { beginningOf } from '#shared/domain/case/beginning.ts';
import { placePreparations } from '#shared/domain/ladder/preparations.ts';
import { yearStrip } from '#shared/domain/ladder/year-strip.ts';
import { confirmedMeetings } from '#shared/domain/meeting/confirmed-changes.ts';
import { formatOrdinal, isOrdinal } from '#shared/domain/meeting/ordinal.ts';
import type { RoundId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { assertNever } from '#shared/result.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { StickyHead } from '#ui/sticky-head.tsx';
import { useLatest } from '#ui/use-latest.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { ADD_KIND_NAMES } from '../add-form.ts';
import { checksOf } from '../check-model.ts';
import type { NewMeeting } from '../commands.ts';
import { createDateDrag } from '../date-drag.ts';
import type { FlowPageProps } from '../flow-props.ts';
import { buildFlow, type Flow, roundsToPrepare } from '../model.ts';
import { peekOf } from '../peek-model.ts';
import type { FlowRows } from '../queries.ts';
import type { AddRequest } from '../use-add-form.ts';
import { useFlowActions } from '../use-flow-actions.ts';
import { AddDialog } from './add-dialog.tsx';
import { AddMenu } from './add-menu.tsx';
import { ChecksNotice } from './checks-notice.tsx';
import styles from './flow-page.module.css';
import { Ladder } from './ladder.tsx';
import { MeetingPeek } from './meeting-peek.tsx';
import { MeetingTable } from './meeting-table.tsx';
import { YearStrip } from './year-strip.tsx';

const VIEWS = [
  { id: 'ladder', label: 'はしご' },
  { id: 'table', label: '表' },
] as const;

type FlowScreenProps = Omit<FlowPageProps, 'selectedId'> & {
  readonly rows: FlowRows;
  readonly selectedId: string | null;
};

/** The screen once its rows are there: strip, ladder or table, and the panel beside. */
export const FlowScreen = ({ caseId, today, rows, ...props }: FlowScreenProps) => {
  const { selectedId, onSelect, onOpenMeeting, onImport } = props;
  useTablePaste(onImport);
  const [view, setView] = useState<'ladder' | 'table'>('ladder');
  const [request, setRequest] = useState<AddRequest | null>(props.asksContact ? CONTACT : null);
  const document = caseDocument(caseId);
  const year = fiscalYearOfCase(rows.case) ?? props.fiscalYear ?? fiscalYearOf(today);
  const flow = useMemo(() => buildFlow(rows, today), [rows, today]);
  const strip = useMemo(() => yearStrip(year, flow.rungs, today), [year, flow, today]);
  const confirmed = useMemo(() => confirmedMeetings(rows.confirmations, rows), [rows]);
  const checks = useMemo(() => checksOf(rows, flow, today), [rows, flow, today]);
  const { actions, reveal, announcement } = useFlowActions({
    caseId,
    flow,
    selectedId,
    onSelect,
    onOpen: onOpenMeeting,
  });

  /** The round whose steps are about to be written; anew with each object. */
  const [prepared, setPrepared] = useState<{ readonly round: number } | null>(null);
  const blocks = useMemo(
    () => placePreparations(flow.rungs, rows.preparations, prepared?.round),
    [flow.rungs, rows.preparations, prepared],
  );
  const prepares = useMemo(
    () => roundsToPrepare(rows.rounds, rows.meetings),
    [rows.rounds, rows.meetings],
  );
  const prepare = useCallback((round: number): void => {
    setView('ladder');
    setPrepared({ round });
  }, []);

  const track = useRef<HTMLDivElement>(null);
  const latestYear = useLatest(year);
  const drag = useMemo(
    () =>
      createDateDrag({
        strip: () => track.current,
        year: () => latestYear.current,
        drop: (rungId, day) => void actions.drop(rungId, day),
      }),
    [actions, latestYear],
  );

  const context = { rounds: rows.rounds, meetings: rows.meetings, fiscalYear: year, today };
  const ask = useCallback((kind: AddRequest['kind']) => setRequest({ kind }), []);
  const addPart = useCallback((round: RoundId) => setRequest({ kind: 'part', round }), []);
  const opening = flow.opening;
  const addOpening = useCallback(
    () => setRequest({ kind: 'preMeeting', ...(opening && { ordinal: opening.ordinal }) }),
    [opening],
  );
  const takeStep = (): void => followStep(flow, { setRequest, ...actions });
  const add = async (meeting: NewMeeting): Promise<string | null> => {
    const said = request?.hasHappened ? heldBy(today, meeting) : meeting;
    const problem = await actions.add(said, nameOf(said, request));
    if (problem === null) setRequest(null);
    return problem;
  };

  const main = useRef<HTMLDivElement>(null);
  const selected = selectedId === null ? undefined : flow.meetings.get(selectedId);
  const peek = useMemo(() => selected && peekOf(selected, rows), [selected, rows]);

  return (
    <div className={styles.page}>
      <div className={styles.main} ref={main}>
        <StickyHead host={main} name="--flow-head">
          <YearStrip
            drag={drag}
            onSelect={actions.show}
            selectedId={selectedId}
            today={today}
            trackRef={track}
            year={strip}
          />
          <div className={styles.tools}>
            <SegmentedControl label="表示" onChange={setView} options={VIEWS} value={view} />
            <div className={styles.buttons}>
              <Button icon={<Table aria-hidden="true" size={16} />} onPress={() => onImport(null)}>
                表から取り込む
              </Button>
              <AddMenu
                hasRounds={rows.rounds.length > 0}
                onPick={ask}
                onPrepare={prepare}
                prepares={prepares}
              />
              {flow.next.words !== '' && (
                <Button onPress={takeStep} variant="primary">
                  {flow.next.words}
                </Button>
              )}
            </div>
          </div>
        </StickyHead>
        <ChecksNotice checks={checks} onSelect={actions.show} />
        <Beginning row={rows.case} />
        {flow.rungs.length === 0 && blocks.length === 0 ? (
          <EmptyState icon={<CalendarPlus aria-hidden="true" />} title="会合はまだありません">
            右上の「{flow.next.words}
            」から始めます。支援の回（第1回支援）やオリエンテーションは「会合を追加」から置けます。日付は未定のままで構いません。去年の表がExcelやWordにあれば、「表から取り込む」か、この画面への貼り付け（Ctrl+V）で入れられます。
          </EmptyState>
        ) : view === 'ladder' ? (
          <Ladder
            caseId={caseId}
            confirmed={confirmed}
            drag={drag}
            fiscalYear={year}
            flow={flow}
            onAddOpening={addOpening}
            onAddPart={addPart}
            onMoveDays={actions.moveDays}
            onMoveOrder={actions.moveOrder}
            onOpen={actions.open}
            onSelect={actions.select}
            preparations={blocks}
            prepared={prepared}
            // A card under an open window cannot have the focus.
            reveal={request === null ? reveal : null}
            selectedId={selectedId}
            today={today}
          />
        ) : (
          <MeetingTable
            confirmed={confirmed}
            document={document}
            flow={flow}
            onOpen={actions.open}
            onSelect={actions.select}
            onStates={actions.states}
            rounds={rows.rounds}
            selectedId={selectedId}
            today={today}
          />
        )}
        <div aria-live="polite" role="status">
          <VisuallyHidden>{announcement}</VisuallyHidden>
        </div>
      </div>
      {peek && (
        <MeetingPeek
          key={peek.view.meeting.id}
          document={document}
          fiscalYear={year}
          onClose={() => actions.select(null)}
          onMove={(id, by) => void actions.moveOrder(id, by)}
          onOpen={actions.open}
          onReDate={actions.reDate}
          onRemove={actions.remove}
          onState={actions.state}
          onTimes={actions.times}
          peek={peek}
          rounds={rows.rounds}
        />
      )}
      {request !== null && (
        <AddDialog
          context={context}
          draftKey={`add.meeting.${caseId}`}
          onAdd={add}
          onClose={() => setRequest(null)}
          request={request}
          rows={rows}
        />
      )}
    </div>
  );
};

/** 連絡を記録: what is written down has happened. */
const CONTACT: AddRequest = { kind: 'consultation', hasHappened: true };

const heldBy = (today: Day, meeting: NewMeeting): NewMeeting => {
  const { date = '' } = meeting.values;
  return date !== '' && date <= today
    ? { ...meeting, values: { ...meeting.values, state: 'held' } }
    : meeting;
};

type Steps = {
  readonly setRequest: (request: AddRequest) => void;
  readonly open: (id: string) => void;
  readonly show: (id: string) => void;
};

/** What the one large button does. */
const followStep = ({ next: { step } }: Flow, { setRequest, open, show }: Steps): void => {
  switch (step.kind) {
    case 'preMeeting':
      setRequest({ kind: 'preMeeting', ordinal: step.ordinal });
      return;
    case 'round':
      setRequest({ kind: 'round' });
      return;
    case 'briefing':
      setRequest({ kind: 'briefing' });
      return;
    case 'record':
    case 'prepare':
      open(step.meetingId);
      return;
    case 'setDate':
      show(step.meetingId);
      return;
    case 'done':
      return;
    default:
      assertNever(step);
  }
};

/** What undo and the toast call a meeting that is being added. */
const nameOf = ({ values, place }: NewMeeting, request: AddRequest | null): string => {
  if (place.as === 'round') return `第${place.number}回支援`;
  if (place.as === 'part') return values.partLabel || '支援の部';
  const ordinal = values.ordinal ?? '';
  if (values.kind === 'preMeeting' && isOrdinal(ordinal)) return formatOrdinal(ordinal);
  return values.title || ADD_KIND_NAMES[request?.kind ?? 'other'];
};

/** How the support began, and when, as 概要 says it. */
const Beginning = ({ row }: { readonly row: FlowRows['case'] }) => {
  const begun = beginningOf(row);
  return begun === null ? null : (
    <p className={styles.beginning}>
      きっかけ：{begun.words}
      {begun.date !== '' && `（${formatPartialDate(begun.date)}）`}
    </p>
  );
};
