import { useState } from 'react';
import { type FlowPlace, NEW_ROUND, placeMeeting } from '#data/operations/ladder/flow-place.ts';
import { setRoundNumber, swapRoundNumbers } from '#data/operations/meeting/meetings.ts';
import { act } from '#data/operations/record/records.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  MEETING_KIND_NAMES,
  MEETING_KINDS,
  type MeetingKind,
  type MeetingRow,
  meetings,
  type RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import { parseOrdinal, roundAfter } from '#shared/domain/meeting/ordinal.ts';
import { readRoundNumber } from '#shared/domain/meeting/round-number.ts';
import { ordinalOf, roundNumberOf } from '#shared/domain/meeting/typed-values.ts';
import { compareTexts } from '#shared/domain/record/row-values.ts';
import { quote } from '#shared/text/typed.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Select } from '#ui/select.tsx';
import { BoundField } from './bound-field.tsx';
import styles from './flow-place-fields.module.css';
import { useRun, useStoreField } from './store.tsx';

export type FlowPlaceFieldsProps = {
  readonly document: DocumentId;
  readonly meeting: MeetingRow;
  /** All rounds of the case, one of which a session belongs to. */
  readonly rounds: readonly RoundRow[];
};

const KIND_OPTIONS = MEETING_KINDS.map((id) => ({
  id,
  label: id === 'session' ? '第N回支援（その部）' : MEETING_KIND_NAMES[id],
}));

/** What a meeting is and where it stands in the flow, each with the rule that it is under. */
export const FlowPlaceFields = (props: FlowPlaceFieldsProps) => {
  const { document, meeting } = props;
  const run = useRun();
  const place = (label: string, at: FlowPlace) =>
    void run(act(label, [document], placeMeeting, document, meeting.id, at));
  return (
    <div className={styles.fields}>
      <Select<MeetingKind>
        className={styles.wide}
        label="種類"
        onChange={(kind) => {
          if (kind !== meeting.kind) place('会合の種類を変更', { kind });
        }}
        options={KIND_OPTIONS}
        value={meeting.kind}
      />
      {meeting.kind === 'preMeeting' && <OrdinalField {...props} />}
      {meeting.kind === 'session' && (
        <>
          <RoundField {...props} onPlace={(round) => place('会合の回を変更', { round })} />
          <PartField {...props} />
        </>
      )}
      {(isContact(meeting) || meeting.independent) && (
        <div className={styles.wide}>
          <Checkbox
            isSelected={meeting.independent}
            onChange={(independent) => place('独自開催を変更', { independent })}
          >
            独自開催（市町村が独自に開き、支援の回に数えない）
          </Checkbox>
        </div>
      )}
    </div>
  );
};

/** Rounds and what prepares them are never held by the municipality alone. */
const isContact = ({ kind }: MeetingRow): boolean => kind !== 'session' && kind !== 'preMeeting';

const OrdinalField = ({ document, meeting }: FlowPlaceFieldsProps) => {
  const store = useStoreField();
  const ordinal = ordinalOf(meeting);
  const stands = ordinal === null ? '' : `第${roundAfter(ordinal)}回支援の前。`;
  return (
    <CommitField
      className={styles.wide}
      description={`${stands}回と回の間の小数です。1.5次は1つだけで、同じ番号は付けられません（中止した会合の番号は、また使えます）。`}
      draftKey={`meetings.${meeting.id}.ordinal`}
      inputMode="text"
      label="番号"
      mode="leaving"
      onCommit={(typed: string) =>
        store(
          act('会合の番号を変更', [document], placeMeeting, document, meeting.id, {
            ordinal: typed,
          }),
        )
      }
      parse={(text) => {
        // A meeting that has a name of its own may go without a number (事前ミーティング).
        if (text.trim() === '' && meeting.title.trim() !== '') return { ok: true, value: '' };
        return parseOrdinal(text);
      }}
      suffix="次ミーティング"
      value={meeting.ordinal}
    />
  );
};

type RoundFieldProps = FlowPlaceFieldsProps & {
  readonly onPlace: (round: NonNullable<FlowPlace['round']>) => void;
};

const byNumber = (a: RoundRow, b: RoundRow): number =>
  (roundNumberOf(a) ?? Number.MAX_SAFE_INTEGER) - (roundNumberOf(b) ?? Number.MAX_SAFE_INTEGER) ||
  compareTexts(a.id, b.id);

const RoundField = ({ document, meeting, rounds, onPlace }: RoundFieldProps) => {
  const round = rounds.find(({ id }) => id === meeting.round);
  const next = Math.max(0, ...rounds.map((each) => roundNumberOf(each) ?? 0)) + 1;
  return (
    <>
      <Select<RoundRow['id'] | typeof NEW_ROUND>
        description="同じ回の会合は、その回の部になります。"
        label="支援の回"
        onChange={(picked) => {
          if (picked !== meeting.round) onPlace(picked);
        }}
        options={[
          ...rounds.toSorted(byNumber).map((each) => ({ id: each.id, label: roundTitle(each) })),
          { id: NEW_ROUND, label: `新しい回（第${next}回支援）` },
        ]}
        value={round === undefined ? null : round.id}
      />
      {round !== undefined && (
        <RoundNumberField document={document} key={round.id} round={round} rounds={rounds} />
      )}
    </>
  );
};

type RoundNumberFieldProps = Pick<FlowPlaceFieldsProps, 'document' | 'rounds'> & {
  readonly round: RoundRow;
};

/** The number of the round itself; where another round has it, the two may take each other's. */
const RoundNumberField = ({ document, round, rounds }: RoundNumberFieldProps) => {
  const run = useRun();
  const store = useStoreField();
  const [wanted, setWanted] = useState<number>();
  const other = rounds.find(({ id, number }) => id !== round.id && number === wanted);
  return (
    <div className={styles.number}>
      <CommitField
        description="変えると、この回のどの部でも変わります。同じ番号の回は1つだけです。"
        draftKey={`rounds.${round.id}.number`}
        inputMode="numeric"
        label="支援の回の番号"
        mode="leaving"
        onCommit={async (number: number) => {
          const label = `支援の回の番号を第${number}回に変更`;
          const stored = await store(
            act(label, [document], setRoundNumber, document, round.id, number),
          );
          setWanted(stored.ok ? undefined : number);
          return stored;
        }}
        parse={readRoundNumber}
        suffix="回目"
        value={String(roundNumberOf(round) ?? '')}
      />
      {other !== undefined && (
        <LinkButton
          onPress={() => {
            setWanted(undefined);
            const label = `${quote(roundTitle(round))}と${quote(roundTitle(other))}の番号を入れ替え`;
            void run(act(label, [document], swapRoundNumbers, document, round.id, other.id));
          }}
          weight="text"
        >
          {roundTitle(other)}と番号を入れ替える
        </LinkButton>
      )}
    </div>
  );
};

const PartField = ({ document, meeting }: FlowPlaceFieldsProps) => {
  const store = useStoreField();
  return (
    <div className={styles.wide}>
      <BoundField
        collection={meetings}
        description="部が1つだけの回なら、空のままで構いません。"
        field="partLabel"
        row={meeting}
        store={({ partLabel = '' }, burst) =>
          store(
            act('部の名前を変更', [document], placeMeeting, document, meeting.id, { partLabel }),
            burst,
          )
        }
      />
    </div>
  );
};
