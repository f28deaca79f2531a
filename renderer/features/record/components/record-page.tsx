import { History, Presentation, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Keeping } from '#adapters/store/keep-items.tsx';
import { useLive } from '#adapters/store/store.tsx';
import { createSignal } from '#data/signal.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Loading } from '#ui/loading.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SplitColumns } from '#ui/split-columns.tsx';
import { usePrintKey } from '#ui/use-print-key.ts';
import type { NoteLinks } from '../model.ts';
import { type RecordData, recordQuery } from '../queries.ts';
import { useRecordTools } from '../use-record-tools.ts';
import type { WhoPlaces } from './attendance-list.tsx';
import type { ChainWays } from './chain-trails.tsx';
import { Confirmation } from './confirmation.tsx';
import { NotePane } from './note-pane.tsx';
import { RecordForm } from './record-form.tsx';
import { type BesideOf, SidePanel } from './side-panel.tsx';
import { StateField } from './state-fields.tsx';

type RecordPageProps = {
  readonly caseId: string;
  readonly meetingId: string;
  readonly today: Day;
  /** Whose name a confirmation bears. */
  readonly userName: string;
  /** To the case's 支援の流れ. */
  readonly onBack: () => void;
  readonly onOpenMeeting: (id: string) => void;
  /** To the pages of those who came. */
  readonly who: WhoPlaces;
  /** Where what came of the meeting is linked to. */
  readonly ways: ChainWays;
  /** Makes lessons of what was found. */
  readonly keeping: Keeping;
  /** What else stands beside what came of the meeting. */
  readonly beside: BesideOf;
  /** To 変更履歴 of this record. */
  readonly onOpenHistory: () => void;
  /** To the record as it prints. */
  readonly onOpenPaper: () => void;
  /** To what the note mentions. */
  readonly onOpenMention: (target: MentionTarget) => void;
  /** To 会議モード. */
  readonly onOpenRoom: () => void;
  /** To the list of cases; absent, the word is not a link. */
  readonly onOpenCases?: (() => void) | undefined;
};

/** 会合の記録: what is known of a meeting at the left, the note, and what came of it at the right. */
export const RecordPage = ({ caseId, meetingId, ...way }: RecordPageProps) => {
  const id = caseId as CaseId;
  const query = useMemo(() => recordQuery(id, meetingId), [id, meetingId]);
  const loaded = useLive(query);
  if (loaded.state === 'loading') return <Loading label="会合の記録を読み込んでいます" />;
  if (loaded.state === 'failed')
    return <Missing onBack={way.onBack} title="読み込めませんでした" />;
  if (loaded.value === null) {
    return <Missing onBack={way.onBack} title="この会合は見つかりません" />;
  }
  // A query of another meeting leaves its last answer here until the next one comes.
  if (loaded.value.meeting.id !== meetingId) return <Loading />;
  return <Record caseId={id} data={loaded.value} key={meetingId} {...way} />;
};

type MissingProps = { readonly title: string; readonly onBack: () => void };

const Missing = ({ title, onBack }: MissingProps) => (
  <EmptyState actions={<Button onPress={onBack}>支援の流れへ戻る</Button>} title={title}>
    削除した会合は、「元に戻す」で戻せます。
  </EmptyState>
);

type RecordProps = Omit<RecordPageProps, 'caseId' | 'meetingId'> & {
  readonly caseId: CaseId;
  readonly data: RecordData;
};

const Record = ({ caseId, data, today, userName, ...way }: RecordProps) => {
  const {
    beside,
    onBack,
    keeping,
    onOpenHistory,
    onOpenMeeting,
    onOpenRoom,
    onOpenCases,
    onOpenMention,
    onOpenPaper,
    who,
    ways,
  } = way;
  const { meeting, round, supportCase } = data;
  const tools = useRecordTools(caseId, meeting.id);
  const { title, subtitle } = titleOf(meeting, round ?? null);
  // Told past this page: the cards beside the note show it, and nothing else is drawn anew for it.
  const [links] = useState(() => createSignal<NoteLinks | undefined>(undefined));
  const by = useMemo(() => ({ userName, today }), [userName, today]);
  usePrintKey(onOpenPaper);
  const year = fiscalYearOfCase(supportCase ?? null);
  const caseName = [year && formatFiscalYear(year), supportCase?.municipalityName];
  return (
    <Page
      header={
        <PageHeader
          actions={
            <>
              <Confirmation caseId={caseId} data={data} tools={tools} userName={userName} />
              <StateField meeting={meeting} tools={tools} />
              <IconButton
                icon={<Printer aria-hidden="true" />}
                label="この記録を印刷"
                onPress={onOpenPaper}
              />
              <IconButton
                icon={<History aria-hidden="true" />}
                label="この記録の変更履歴"
                onPress={onOpenHistory}
              />
              <Button icon={<Presentation aria-hidden="true" />} onPress={onOpenRoom}>
                会議モード
              </Button>
            </>
          }
          crumbs={[
            { label: '案件', onPress: onOpenCases },
            { label: caseName.filter(Boolean).join(' ') || '名前のない案件' },
            { label: '支援の流れ', onPress: onBack },
          ]}
          subtitle={subtitle}
          title={title}
        />
      }
    >
      <PageBody layout="fill">
        <SplitColumns
          end={
            <SidePanel
              beside={beside}
              data={data}
              keeping={keeping}
              links={links}
              onOpenMeeting={onOpenMeeting}
              onOpenMention={onOpenMention}
              today={today}
              tools={tools}
              ways={ways}
            />
          }
          labels={{ start: '会合の内容', end: '課題と対応' }}
          name="record"
          start={<RecordForm data={data} tools={tools} who={who} />}
        >
          <NotePane
            by={by}
            id={meeting.id}
            onLinks={links.set}
            onOpenMention={onOpenMention}
            title={title}
            tools={tools}
            year={year}
          />
        </SplitColumns>
      </PageBody>
    </Page>
  );
};
