import { LogOut } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { timesText } from '#shared/domain/meeting/times.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { NotePane } from '../components/note-pane.tsx';
import { type RecordData, recordQuery } from '../queries.ts';
import { useRecordTools } from '../use-record-tools.ts';
import styles from './room.module.css';
import { RoomFindings } from './room-findings.tsx';
import { RoomProgramme } from './room-programme.tsx';

type RoomPageProps = {
  readonly caseId: CaseId;
  readonly meetingId: string;
  readonly today: Day;
  readonly userName: string;
  /** The save state. */
  readonly status: ReactNode;
  /** Back to where one was. */
  readonly onLeave: () => void;
};

/**
 * 会議モード: the meeting as all in the room may see it on the projector. Programme, note and what came of it;
 * nothing of what the prefecture keeps to itself.
 */
export const RoomPage = ({ meetingId, ...room }: RoomPageProps) => {
  const { caseId, onLeave } = room;
  const loaded = useLive(useMemo(() => recordQuery(caseId, meetingId), [caseId, meetingId]));
  if (loaded.state === 'loading') {
    return (
      <main>
        <Loading label="会合の記録を読み込んでいます" />
      </main>
    );
  }
  if (loaded.state === 'failed' || loaded.value === null) {
    return (
      <main>
        <EmptyState
          actions={<Button onPress={onLeave}>会議モードを終わる</Button>}
          title="この会合は見つかりません"
        />
      </main>
    );
  }
  return <Room data={loaded.value} {...room} />;
};

/** What lies behind a link may be the prefecture's own: it is not shown on the projector. */
const stayInRoom = (): void => {
  showToast('会議モードではリンク先を開きません。終わったあとに、会合の記録から開いてください。', {
    tone: 'hint',
  });
};

type RoomProps = Omit<RoomPageProps, 'meetingId'> & { readonly data: RecordData };

const Room = ({ caseId, data, today, userName, status, onLeave }: RoomProps) => {
  const { meeting, round, supportCase } = data;
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus(), []);
  const tools = useRecordTools(caseId, meeting.id);
  const { title, subtitle } = titleOf(meeting, round ?? null);
  const when = [formatPartialDate(dateOf(meeting), 'long'), timesText(meeting), meeting.place];
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>
            {[supportCase?.municipalityName, title].filter(Boolean).join('　')}
          </h1>
          {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
          <p className={styles.when}>{when.filter(Boolean).join('　')}</p>
        </div>
        <div className={styles.ends}>
          <div role="status">{status}</div>
          <Button icon={<LogOut aria-hidden="true" />} onPress={onLeave}>
            会議モードを終わる
          </Button>
        </div>
      </header>
      <main className={styles.columns} id="main" ref={main} tabIndex={-1}>
        <RoomProgramme items={data.programme} meeting={meeting} today={today} />
        <div className={styles.note}>
          <NotePane
            by={{ userName, today }}
            id={meeting.id}
            isInRoom
            onOpenMention={stayInRoom}
            title={title}
            tools={tools}
            year={fiscalYearOfCase(supportCase ?? null)}
          />
        </div>
        <RoomFindings data={data} tools={tools} />
      </main>
    </div>
  );
};
