import { type ReactNode, useState } from 'react';
import { formatPartialDate } from '#shared/dates/format.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import type { CaseTrace, MeetingTrace, PartTrace } from '../traces.ts';
import styles from './people.module.css';
import type { WhoPlaces } from './places.ts';

/** More are shown when somebody asks for them: a prefecture's office was everywhere. */
const FIRST = 20;

/** Whether they are there. */
type Read = 'loading' | 'failed' | 'ready';

type ListProps<T> = {
  readonly title: string;
  readonly state: Read;
  /** Undefined until they are read. */
  readonly items: readonly T[] | undefined;
  readonly empty: string;
  readonly line: (item: T) => ReactNode;
};

/** A card of lines, the first of them until all are asked for. */
export const TraceList = <T extends { readonly id: string }>({
  title,
  state,
  items,
  empty,
  line,
}: ListProps<T>) => {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items?.slice(0, FIRST);
  const more = (items?.length ?? 0) - (shown?.length ?? 0);
  return (
    <Card note={items && items.length > 0 ? `${items.length}件` : undefined} title={title}>
      <Awaiting state={state} what={title} />
      {shown?.length === 0 && <p className={styles.quiet}>{empty}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ul className={styles.traces}>
          {shown.map((item) => (
            <li className={styles.trace} key={item.id}>
              {line(item)}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <LinkButton onPress={() => setIsWhole(true)}>
          ほかの{more.toLocaleString('ja-JP')}件も表示
        </LinkButton>
      )}
    </Card>
  );
};

type MeetingsCardProps = {
  readonly state: Read;
  readonly meetings: readonly MeetingTrace[] | undefined;
  readonly asLabel: string;
  readonly empty: string;
  readonly places: WhoPlaces;
};

const dateWords = (date: MeetingTrace['date']): string => formatPartialDate(date, 'dotted');

export const MeetingsCard = ({ state, meetings, asLabel, empty, places }: MeetingsCardProps) => (
  <TraceList
    empty={empty}
    items={meetings}
    line={({ caseId, meetingId, date, title, caseName, as }) => (
      <>
        <span className={styles.date}>{dateWords(date)}</span>
        <span className={styles.words}>
          <LinkButton onPress={() => places.meeting(caseId, meetingId)} weight="text">
            {caseName} {title}
          </LinkButton>
          {as !== '' && (
            <span className={styles.as} title={asLabel}>
              {as}
            </span>
          )}
        </span>
      </>
    )}
    state={state}
    title="会合"
  />
);

type PartsCardProps = {
  readonly state: Read;
  readonly parts: readonly PartTrace[] | undefined;
  readonly places: WhoPlaces;
};

/** What somebody advised, held or reported, as the programmes say. */
export const PartsCard = ({ state, parts, places }: PartsCardProps) => (
  <TraceList
    empty="次第で「話す人」になった会合は、まだありません。"
    items={parts}
    line={({ caseId, meetingId, date, title, caseName, item, part }) => (
      <>
        <span className={styles.date}>{dateWords(date)}</span>
        <span className={styles.words}>
          <span>
            {part === '' ? item : `${part}：${item}`}{' '}
            <LinkButton onPress={() => places.meeting(caseId, meetingId)} weight="text">
              {caseName} {title}
            </LinkButton>
          </span>
        </span>
      </>
    )}
    state={state}
    title="助言・説明したこと"
  />
);

type CasesCardProps = {
  readonly state: Read;
  readonly cases: readonly CaseTrace[] | undefined;
  readonly places: WhoPlaces;
};

export const CasesCard = ({ state, cases, places }: CasesCardProps) => (
  <TraceList
    empty="支援者になっている案件はありません。案件の「概要」で、支援者と決めた役割を残せます。"
    items={cases}
    line={({ caseId, caseName, role }) => (
      <span className={styles.words}>
        <LinkButton onPress={() => places.overview(caseId)} weight="text">
          {caseName}
        </LinkButton>
        <span className={styles.as}>{role === '' ? '役割は未入力' : role}</span>
      </span>
    )}
    state={state}
    title="支援する案件と役割"
  />
);
