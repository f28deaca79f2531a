import { ChevronDown, Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FlowPlaceFields } from '#adapters/store/flow-place-fields.tsx';
import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { LadderMeeting } from '#shared/domain/ladder/ladder-meeting.ts';
import { dayWords } from '#shared/domain/meeting/day-words.ts';
import {
  MEETING_STATE_NAMES,
  MEETING_STATES,
  type MeetingState,
  type RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable, type TableColumn, type TableSort } from '#ui/data-table.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Menu } from '#ui/menu.tsx';
import { Popover } from '#ui/popover.tsx';
import { type ConfirmedMeetings, confirmedWords } from '../confirmed.ts';
import type { Flow } from '../model.ts';
import { statusOf, variantWords } from '../model.ts';
import styles from './flow-page.module.css';

type MeetingTableProps = {
  readonly flow: Flow;
  readonly confirmed: ConfirmedMeetings;
  readonly today: Day;
  readonly document: DocumentId;
  readonly rounds: readonly RoundRow[];
  readonly selectedId: string | null;
  readonly onSelect: (meetingId: string) => void;
  readonly onOpen: (meetingId: string) => void;
  /** Says how several meetings stand, in one step. */
  readonly onStates: (meetingIds: readonly string[], state: MeetingState) => Promise<void>;
};

type ColumnTools = Pick<MeetingTableProps, 'today' | 'confirmed' | 'document' | 'rounds'>;

const columnsFor = ({
  today,
  confirmed,
  ...place
}: ColumnTools): readonly TableColumn<LadderMeeting>[] => [
  {
    id: 'date',
    label: '日付',
    isSortable: true,
    width: '108px',
    cell: (view) => <span className={styles.when}>{shortDate(view)}</span>,
  },
  {
    id: 'title',
    label: '会合',
    isRowHeader: true,
    cell: (view) => (
      <div className={styles.name}>
        <span>
          {view.title}
          {view.meeting.independent && <span className={styles.own}>独自開催</span>}
          {view.subtitle !== '' && <span className={styles.own}>{view.subtitle}</span>}
        </span>
        <Popover
          title={view.title}
          trigger={
            <IconButton
              icon={<Pencil aria-hidden="true" size={14} />}
              label={`${view.title}の種類・回・部を変える`}
              size="small"
            />
          }
        >
          <div className={styles.place}>
            <FlowPlaceFields {...place} meeting={view.meeting} />
          </div>
        </Popover>
      </div>
    ),
  },
  {
    id: 'mode',
    label: '形式',
    width: '15%',
    cell: (view) => {
      const said = variantWords(view, 'modes');
      return `${view.modes.join('・')}${said === '' ? '' : `（${said}）`}`;
    },
  },
  { id: 'who', label: '支援者', width: '20%', cell: (view) => view.supporters.join('、') },
  {
    id: 'heads',
    label: '参加',
    align: 'end',
    width: '64px',
    cell: (view) => (view.headCount.shown === null ? '' : `${view.headCount.shown}人`),
  },
  { id: 'state', label: '状態', width: '64px', cell: (view) => MEETING_STATE_NAMES[view.state] },
  {
    id: 'written',
    label: '記録',
    width: '132px',
    cell: (view) => {
      const { word, tone } = statusOf(view, today);
      const said = confirmedWords(confirmed, view.meeting.id);
      if (said !== '') {
        return <Badge tone={said === '確定' ? 'success' : 'warning'}>{said}</Badge>;
      }
      // How it stands is said in the column before.
      return tone === 'success' || tone === 'warning' ? <Badge tone={tone}>{word}</Badge> : '—';
    },
  },
];

const shortDate = (view: LadderMeeting): string => {
  const { date, endDate } = view;
  const words = dayWords(view, 'dotted');
  return endDate === '' && date.length > 7 ? `${words}${formatPartialDate(date).slice(-3)}` : words;
};

const NOBODY: ReadonlySet<string> = new Set();

type ChosenBarProps = Pick<MeetingTableProps, 'onStates'> & {
  readonly ids: readonly string[];
  readonly onClear: () => void;
};

/** What can be done with all the chosen meetings at once. */
const ChosenBar = ({ ids, onClear, onStates }: ChosenBarProps) => (
  <div className={styles.chosen} role="status">
    {ids.length === 0 ? (
      <span>会合を選ぶと、状態をまとめて変えられます。</span>
    ) : (
      <>
        <strong>{ids.length}件を選んでいます</strong>
        <Menu
          items={MEETING_STATES.map((state) => ({
            id: state,
            label: `「${MEETING_STATE_NAMES[state]}」にする`,
            onAction: () => void onStates(ids, state),
          }))}
          label="選んだ会合の状態"
          trigger={
            <Button endIcon={<ChevronDown aria-hidden="true" size={16} />} size="small">
              選んだ会合の状態を変える
            </Button>
          }
        />
        <LinkButton onPress={onClear}>選択をやめる</LinkButton>
      </>
    )}
  </div>
);

/** The ladder's meetings as a table; Enter looks at one, Enter on that one opens its record. */
export const MeetingTable = ({ flow, ...props }: MeetingTableProps) => {
  const { confirmed, today, document, rounds, selectedId, onSelect, onOpen, onStates } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOBODY);
  const [sort, setSort] = useState<TableSort>({ column: 'date', direction: 'ascending' });
  const rows = useMemo(() => {
    const views = flow.sequence.flatMap((id) => flow.meetings.get(id) ?? []);
    if (sort.direction === 'ascending') return views;
    // What has no date stays last, and one day's meetings keep their order.
    return views.toSorted((a, b) =>
      a.date === '' || b.date === '' ? 0 : comparePartialDates(b.date, a.date),
    );
  }, [flow, sort]);
  const isBeside = selectedId !== null;
  const columns = useMemo(() => {
    const all = columnsFor({ today, confirmed, document, rounds });
    // The panel beside says them of the open meeting, and takes the room that they need.
    return isBeside ? all.filter(({ id }) => id !== 'mode' && id !== 'who') : all;
  }, [today, confirmed, document, rounds, isBeside]);
  return (
    <div className={styles.table}>
      <ChosenBar
        ids={flow.sequence.filter((id) => chosen.has(id))}
        onClear={() => setChosen(NOBODY)}
        onStates={onStates}
      />
      <DataTable
        chosen={chosen}
        columns={columns}
        currentId={selectedId ?? undefined}
        empty="会合はまだありません。"
        label="会合（表）"
        onChoose={setChosen}
        onRowAction={({ meeting }) =>
          meeting.id === selectedId ? onOpen(meeting.id) : onSelect(meeting.id)
        }
        onSort={setSort}
        rowId={({ meeting }) => meeting.id}
        rows={rows}
        rowText={({ title }) => title}
        sort={sort}
      />
    </div>
  );
};
