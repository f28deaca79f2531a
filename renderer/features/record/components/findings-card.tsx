import { ChevronDown } from 'lucide-react';
import { memo, type RefObject, useMemo, useState, useSyncExternalStore } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { type Keeping, keepItems } from '#adapters/store/keep-items.tsx';
import type { Signal } from '#data/signal.ts';
import { asksReason } from '#shared/domain/meeting/finding-reason.ts';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import {
  type ActionRow,
  FINDING_KIND_NAMES,
  FINDING_KINDS,
  type FindingKind,
  type FindingRow,
  findings as findingRecords,
} from '#shared/domain/meeting/meeting.ts';
import { SENTENCE_LIMIT } from '#shared/domain/record/field.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { AddField } from '#ui/add-field.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/class-names.ts';
import tones from '#ui/mark-tones.module.css';
import { MenuLink } from '#ui/menu-link.tsx';
import { moveItems } from '#ui/move-items.ts';
import { Select } from '#ui/select.tsx';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import { useLatest } from '#ui/use-latest.ts';
import {
  answersByFinding,
  besideRow,
  type NoteLinks,
  type NotePlace,
  notePlaceOf,
} from '../model.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { type ChainWays, FindingTrail } from './chain-trails.tsx';
import { OutOfNote } from './out-of-note.tsx';
import styles from './side-panel.module.css';

type FindingsCardProps = {
  readonly meetingId: MeetingId;
  /** What was found in this meeting. */
  readonly rows: readonly FindingRow[];
  /** All of the case: any of them may answer a finding. */
  readonly actions: readonly ActionRow[];
  /** What the note links to; undefined while that is not known. */
  readonly links: Signal<NoteLinks | undefined>;
  readonly tools: RecordTools;
  readonly ways: ChainWays;
  readonly keeping: Keeping;
};

const KIND_OPTIONS = FINDING_KINDS.map((id) => ({ id, label: FINDING_KIND_NAMES[id] }));

/** 課題・気づき of this meeting, each with a bar and its word. */
export const FindingsCard = memo((props: FindingsCardProps) => {
  const { meetingId, rows, actions, links, tools, ways, keeping } = props;
  const linked = useSyncExternalStore(links.subscribe, links.get);
  const [kind, setKind] = useState<FindingKind>('issue');
  const name = FINDING_KIND_NAMES[kind];
  const shown = useFewAtATime(rows, idOf);
  const answers = useMemo(() => answersByFinding(actions), [actions]);
  const around = useLatest<Around>({ rows, tools, ways, keeping });
  return (
    <Card className={styles.card} level={2} title="課題・気づき">
      <ul className={styles.list}>
        {shown.map((finding) => (
          <Finding
            answers={answers.get(finding.id) ?? UNANSWERED}
            around={around}
            finding={finding}
            key={finding.id}
            place={notePlaceOf({ collection: 'findings', id: finding.id }, finding, linked)}
            tools={tools}
          />
        ))}
      </ul>
      <div className={styles.add}>
        <Select
          isLabelHidden
          label="加えるものの種類"
          onChange={setKind}
          options={KIND_OPTIONS}
          value={kind}
        />
        <AddField
          draftKey={`add.finding.${meetingId}`}
          label={`${name}を加える`}
          maxLength={SENTENCE_LIMIT}
          onAdd={(text) =>
            tools.store(tools.commands.findings.add({ kind, text, meeting: meetingId }))
          }
          placeholder="書いてEnter"
        />
      </div>
    </Card>
  );
});

const idOf = ({ id }: FindingRow): string => id;
const UNANSWERED: readonly ActionRow[] = [];

/** What a finding needs only once it is pressed: nothing of that draws it anew. */
type Around = Pick<FindingsCardProps, 'tools' | 'ways' | 'keeping'> & {
  /** All of the meeting, among which it moves. */
  readonly rows: readonly FindingRow[];
};

type FindingProps = {
  readonly finding: FindingRow;
  readonly answers: readonly ActionRow[];
  readonly place: NotePlace;
  readonly tools: RecordTools;
  readonly around: RefObject<Around>;
};

const menuOf = ({ id, kind }: FindingRow, { rows, tools, keeping }: Around) => {
  const { commands, run } = tools;
  const link: RecordLink = { collection: 'findings', id };
  const index = rows.findIndex((row) => row.id === id);
  const moveTo = (to: number) =>
    rows[to] && (() => void run(commands.findings.moveBeside(id, besideRow(rows, index, to))));
  return [
    ...KIND_OPTIONS.filter((option) => option.id !== kind).map((option) => ({
      id: option.id,
      label: `${option.label}にする`,
      onAction: () => void run(commands.links.set(link, { kind: option.id })),
    })),
    ...moveItems({ up: moveTo(index - 1), down: moveTo(index + 1), startsGroup: true }),
    ...keepItems(id, keeping),
    {
      id: 'remove',
      label: '削除',
      tone: 'danger' as const,
      startsGroup: true,
      onAction: () =>
        tools.remove(commands.links.remove(link), FINDING_KIND_NAMES[kind], '削除しました'),
    },
  ];
};

const Finding = memo(({ finding, answers, place, tools, around }: FindingProps) => {
  const { commands, store } = tools;
  const { id, kind, text } = finding;
  const name = FINDING_KIND_NAMES[kind];
  const link: RecordLink = { collection: 'findings', id };
  return (
    <li className={cx(styles.finding, tones[FINDING_TONES[kind]])}>
      <MenuLink
        className={styles.kind}
        items={() => menuOf(finding, around.current)}
        label={`${name}：${text}の操作`}
        listLabel={`${name}の操作`}
      >
        {name}
        <ChevronDown aria-hidden="true" />
      </MenuLink>
      <BoundText
        collection={findingRecords}
        field="text"
        label={name}
        row={finding}
        store={(values, burst) => store(commands.links.set(link, values), burst)}
        wraps
      />
      {asksReason(finding) && (
        <span className={styles.said}>
          <BoundText
            collection={findingRecords}
            field="reason"
            label={`${text}の理由`}
            placeholder="理由"
            row={finding}
            store={(values, burst) => store(commands.links.set(link, values), burst)}
            wraps
          />
        </span>
      )}
      {finding.saidBy !== '' && (
        <span className={styles.said}>
          <BoundText
            collection={findingRecords}
            field="saidBy"
            label={`${text}の発言者`}
            row={finding}
            store={(values, burst) => store(commands.links.set(link, values), burst)}
          />
        </span>
      )}
      {answers.length > 0 && (
        <FindingTrail
          answers={answers}
          onOpenRecord={(answer) => around.current.ways.onOpenRecord(answer)}
        />
      )}
      <OutOfNote link={link} name={name} place={place} tools={tools} />
    </li>
  );
});
