import { memo, useMemo } from 'react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import type { PartialDate } from '#shared/dates/types.ts';
import {
  type AttendanceGroup,
  type Attendee,
  groupAttendances,
} from '#shared/domain/meeting/attendance-groups.ts';
import { attendances } from '#shared/domain/meeting/meeting.ts';
import { type OrganizationRow, ROLE_NAMES, ROLES } from '#shared/domain/office/office.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Menu } from '#ui/menu.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { besideRow } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './attendance-list.module.css';
import form from './record-page.module.css';

/** The pages of people and bodies. */
export type WhoPlaces = {
  readonly onOpenPerson: (id: string) => void;
  readonly onOpenOrganization: (id: string) => void;
};

type AttendanceListProps = Pick<RecordData, 'organizations' | 'posts'> & {
  readonly rows: RecordData['attendances'];
  /** Of the meeting: bodies and posts are called as they were then. */
  readonly date: PartialDate;
  readonly tools: RecordTools;
  readonly who: WhoPlaces;
};

/** Who came, by bodies; a body whose kind nobody has said asks for it. */
export const AttendanceList = memo((props: AttendanceListProps) => {
  const { rows, organizations, posts, date, tools, who } = props;
  const groups = useMemo(
    () => groupAttendances(rows, { organizations, posts }, date),
    [rows, organizations, posts, date],
  );
  const heads = groups.map(({ attendees }) => attendees[0]?.row).filter((row) => row !== undefined);
  // Lines are counted as they stand, whatever body they are of.
  const firsts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { attendees }) => sum + attendees.length, 0),
  );
  return (
    <ul className={form.rows}>
      {groups.map((group, at) => {
        const own = group.attendees.map(({ row }) => row);
        const body = organizations.find(({ id }) => id === group.body);
        // One alone moves among the bodies, one of several among its own.
        const [list, place] =
          own.length === 1 ? ([heads, () => at] as const) : ([own, (n: number) => n] as const);
        return (
          <li key={group.attendees[0]?.row.id}>
            {hasHead(group) && <GroupHead body={body} group={group} tools={tools} who={who} />}
            <ul className={form.rows}>
              {group.attendees.map((attendee, index) => (
                <AttendanceLine
                  attendee={attendee}
                  body={body}
                  count={list.length}
                  index={place(index)}
                  isUnderHead={hasHead(group)}
                  key={attendee.row.id}
                  number={(firsts[at] ?? 0) + index + 1}
                  onMove={(to) =>
                    void tools.run(
                      tools.commands.attendances.moveBeside(
                        attendee.row.id,
                        besideRow(list, place(index), to),
                      ),
                    )
                  }
                  tools={tools}
                  who={who}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
});

/** A body that stands in the list itself, alone, is its own head. */
const hasHead = ({ name, attendees }: AttendanceGroup): boolean =>
  name !== '' && (attendees.length > 1 || attendees[0]?.post !== undefined);

type GroupHeadProps = {
  readonly group: AttendanceGroup;
  readonly body: OrganizationRow | undefined;
  readonly tools: RecordTools;
  readonly who: WhoPlaces;
};

const GroupHead = ({ group, body, tools, who }: GroupHeadProps) => (
  <div className={styles.head}>
    {body === undefined ? (
      <span className={styles.body}>{group.name}</span>
    ) : (
      <LinkButton className={styles.body} onPress={() => who.onOpenOrganization(body.id)}>
        {group.name}
      </LinkButton>
    )}
    {body?.role === 'unknown' && <AskRole body={body} tools={tools} />}
    <span className={styles.heads}>{group.heads.toLocaleString('ja-JP')}人</span>
  </div>
);

type AskRoleProps = { readonly body: OrganizationRow; readonly tools: RecordTools };

/** The kind of a body, asked where it is not known: no line of its own, no red. */
const AskRole = ({ body, tools }: AskRoleProps) => (
  <Menu
    items={ROLES.filter((role) => role !== 'unknown').map((role) => ({
      id: role,
      label: ROLE_NAMES[role],
      onAction: () => void tools.run(tools.commands.setBodyRole(body.id, role)),
    }))}
    label={`${body.name}の種別`}
    trigger={
      <Button aria-label={`${body.name}の種別を選ぶ`} size="small" variant="quiet">
        種別は？
      </Button>
    }
  />
);

type AttendanceLineProps = {
  readonly attendee: Attendee;
  readonly body: OrganizationRow | undefined;
  readonly isUnderHead: boolean;
  /** Its place in the whole list, from 1. */
  readonly number: number;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly tools: RecordTools;
  readonly who: WhoPlaces;
};

const AttendanceLine = ({
  attendee: { row, post },
  body,
  isUnderHead,
  number,
  index,
  count,
  onMove,
  tools,
  who,
}: AttendanceLineProps) => {
  const { commands, store } = tools;
  const bound: Bound<typeof attendances> = {
    collection: attendances,
    row,
    store: (values, burst) => store(commands.attendances.set(row.id, values), burst),
  };
  return (
    <li className={`${form.row} ${form.attendance}`} data-under-head={isUnderHead || undefined}>
      <div className={styles.who}>
        <BoundText {...bound} field="name" label={`出席者${number}の名前`} />
        {post !== undefined && post.post !== '' && <span className={styles.post}>{post.post}</span>}
        {!isUnderHead && row.person === '' && body?.role === 'unknown' && (
          <AskRole body={body} tools={tools} />
        )}
      </div>
      <BoundText
        {...bound}
        align="end"
        field="count"
        label={`${row.name}の人数`}
        placeholder="1人"
      />
      <RowMenu
        count={count}
        index={index}
        more={pageOf(row, who)}
        name={row.name}
        onMove={onMove}
        onRemove={() => tools.remove(commands.attendances.remove(row.id), row.name)}
      />
    </li>
  );
};

const pageOf = ({ person, organization }: Attendee['row'], who: WhoPlaces) => {
  const open = (label: string, onAction: () => void) => [
    { id: 'page', label, startsGroup: true, onAction },
  ];
  if (person !== '') return open('この人のページを開く', () => who.onOpenPerson(person));
  if (organization === '') return [];
  return open('この機関のページを開く', () => who.onOpenOrganization(organization));
};
