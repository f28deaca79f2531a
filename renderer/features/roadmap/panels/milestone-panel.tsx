import { CalendarDays, Trash2 } from 'lucide-react';
import { showProblem } from '#adapters/store/store.tsx';
import { ROADMAP_NOTE_LIMIT } from '#data/operations/roadmap/values.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import type { Milestone, Roadmap } from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { clip, NAME_LIMIT } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { asTyped } from '#ui/commit/use-commit.ts';
import { CommitArea } from '#ui/commit-area.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { PeekPanel, PeekSection } from '#ui/peek-panel.tsx';
import { Select } from '#ui/select.tsx';
import { laneWords } from '../chart/announce.ts';
import { laneOptions, type MeetingOption } from '../model.ts';
import type { RoadmapActions } from '../page/use-roadmap-actions.ts';
import { ActionsSection, type TiedActions } from './actions-section.tsx';
import { useNameFocus } from './bar-panel.tsx';
import styles from './panels.module.css';

type MilestonePanelProps = {
  readonly roadmap: Roadmap;
  readonly milestone: Milestone;
  /** The milestone's own name; '' where it bears its meeting's. */
  readonly ownLabel: string;
  readonly meetings: readonly MeetingOption[];
  readonly fiscalYear: FiscalYear | null;
  readonly isReadOnly: boolean;
  readonly isNew: boolean;
  readonly actions: RoadmapActions;
  readonly tied: TiedActions;
  readonly onOpenMeeting: (id: string) => void;
  readonly onClose: () => void;
};

/** Among the meetings to follow: none. */
const ALONE = 'alone';

const small = { 'aria-hidden': true, size: 16 } as const;

/** The selected milestone beside the chart. Give it the milestone's id as key. */
export const MilestonePanel = (props: MilestonePanelProps) => {
  const { roadmap, milestone, isReadOnly, isNew, actions, onOpenMeeting, onClose } = props;
  const { meeting, derived } = milestone;
  const isFixed = isReadOnly || derived;
  const body = useNameFocus(isNew);
  return (
    <PeekPanel
      actions={
        <>
          {meeting !== '' && (
            <Button
              icon={<CalendarDays {...small} />}
              onPress={() => onOpenMeeting(meeting)}
              size="small"
            >
              会合の記録を開く
            </Button>
          )}
          {!isFixed && (
            <Button
              icon={<Trash2 {...small} />}
              onPress={() => void actions.removeMilestone(milestone)}
              size="small"
              variant="quiet"
            >
              削除
            </Button>
          )}
        </>
      }
      kicker={`節目　${clip(laneWords(roadmap, milestone.lane), 60)}`}
      onClose={onClose}
      title={
        milestone.label === ''
          ? '名前のない節目'
          : isFixed
            ? milestone.label
            : clip(milestone.label, 60)
      }
    >
      <div ref={body}>
        {isFixed ? (
          <PeekSection>
            <DescriptionList
              items={[
                { label: '日付', value: formatPartialDate(milestone.date) },
                { label: '備考', value: milestone.note },
              ]}
            />
            {derived && (
              <p className={cx(styles.source, styles.hint)}>
                支援の流れの会合です。日付を変えると、ここも動きます。会合を出すかどうかは、取組みの名前の横の「⋮」から選べます。
              </p>
            )}
          </PeekSection>
        ) : (
          <MilestoneFields {...props} />
        )}
        <ActionsSection id={milestone.id} tied={props.tied} />
        {milestone.source !== '' && (
          <PeekSection title="出典">
            <p className={styles.source}>{milestone.source}</p>
          </PeekSection>
        )}
      </div>
    </PeekPanel>
  );
};

const MilestoneFields = ({
  roadmap,
  milestone,
  ownLabel,
  meetings,
  fiscalYear,
  actions,
}: MilestonePanelProps) => {
  const { id, meeting } = milestone;
  const follow = async (chosen: string): Promise<void> => {
    const known = meetings.find((option) => option.id === chosen);
    // On its own it keeps the date and the name that it had from the meeting.
    const alone = { meeting: NO_ID, date: milestone.date, label: milestone.label };
    const stored = known
      ? await actions.setMilestone(id, { meeting: known.id }, undefined, known.ladder)
      : await actions.setMilestone(id, alone);
    if (!stored.ok) showProblem(stored.error);
  };
  return (
    <PeekSection>
      <div className={styles.fields}>
        <CommitField<string>
          className={styles.wide}
          description={meeting === '' ? undefined : '空のままなら、会合の名前を表示します。'}
          draftKey={`milestones.${id}.label`}
          label="名前"
          maxLength={NAME_LIMIT}
          onCommit={(label, burst) => actions.setMilestone(id, { label }, burst)}
          parse={asTyped}
          placeholder={meeting === '' ? undefined : milestone.label}
          value={ownLabel}
        />
        <Select
          className={styles.wide}
          description="選ぶと、その会合の日付についていきます。"
          label="会合と連動"
          onChange={(chosen) => void follow(chosen)}
          options={[{ id: ALONE, label: '連動しない' }, ...meetings]}
          value={meeting === '' ? ALONE : meeting}
        />
        {meeting === '' ? (
          <CommitField<string>
            className={styles.wide}
            draftKey={`milestones.${id}.date`}
            label="日付"
            mode="leaving"
            onCommit={(date) => actions.setMilestone(id, { date })}
            parse={(typed) => parseDate(typed, fiscalYear)}
            placeholder="R5.2.13、R5.2 など"
            value={milestone.date === '' ? '' : formatPartialDate(milestone.date)}
          />
        ) : (
          <div className={styles.wide}>
            <p className={styles.label}>日付</p>
            <p>{milestone.date === '' ? '未定' : formatPartialDate(milestone.date)}</p>
          </div>
        )}
        <Select
          className={styles.wide}
          label="取組み（行）"
          onChange={(lane) => void actions.setMilestone(id, { lane })}
          options={laneOptions(roadmap)}
          value={milestone.lane}
        />
        <div className={styles.wide}>
          <CommitArea
            draftKey={`milestones.${id}.note`}
            label="備考"
            maxLength={ROADMAP_NOTE_LIMIT}
            maxRows={10}
            minRows={2}
            onCommit={(note, burst) => actions.setMilestone(id, { note }, burst)}
            value={milestone.note}
          />
        </div>
      </div>
    </PeekSection>
  );
};

const parseDate = (typed: string, fiscalYear: FiscalYear | null): Result<string> => {
  const read = parsePartialDate(typed, fiscalYear === null ? {} : { fiscalYear });
  if (!read.ok) return read;
  const { date, weekday } = read.value;
  if (date === '') {
    return refuse('節目の日付が入っていません。', '月か日を入力するか、会合と連動させてください。');
  }
  if (weekday !== undefined && !weekday.agrees) {
    return refuse(`${typed.trim()}の曜日が合いません。`, '日付か曜日を確かめてください。');
  }
  return ok(date);
};
