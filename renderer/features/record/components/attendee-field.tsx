import type { Attendee } from '#data/operations/meeting/attendance.ts';
import { ROLE_NAMES } from '#shared/domain/office/office.ts';
import { fold } from '#shared/text/fold.ts';
import { lengthOf, NAME_LIMIT } from '#shared/text/limits.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { sendTaken, useDraftForm } from '#ui/commit/use-draft-form.ts';
import type { OptionSection } from '#ui/option.ts';
import { splitCountedName } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';

type AttendeeFieldProps = { readonly data: RecordData; readonly tools: RecordTools };

const EMPTY = { text: '' };
const NEW_GROUP = 'new group';
const NEW_PERSON = 'new person';

/** Adds who came: 「民生委員 49人」 is a group with its heads; new names are made on the spot. */
export const AttendeeField = ({ data, tools }: AttendeeFieldProps) => {
  const line = useDraftForm(`add.attendee.${data.meeting.id}`, '出席者を加える', EMPTY);
  const { text } = line.values;
  const { name, count } = splitCountedName(text);
  const tooLong = lengthOf(name) > NAME_LIMIT;

  const add = (attendee: Attendee): void => {
    const command = tools.commands.addAttendee(attendee, count);
    void sendTaken(line.take(), () => tools.store(command));
  };

  const pick = (id: string): void => {
    const organization = data.organizations.find((each) => each.id === id);
    const person = data.people.find((each) => each.id === id);
    if (id === NEW_GROUP) add({ kind: 'newGroup', name });
    else if (id === NEW_PERSON) add({ kind: 'newPerson', name });
    else if (organization) add({ kind: 'group', id: organization.id, name: organization.name });
    else if (person) add({ kind: 'person', id: person.id, name: person.name, role: person.post });
  };

  return (
    <ComboBox
      allowsCustomValue
      emptyText="名前を入力すると、新しく加えられます"
      error={
        tooLong
          ? `名前は${NAME_LIMIT}文字までです。いま${lengthOf(name)}文字あります。`
          : line.problem
      }
      inputValue={text}
      isLabelHidden
      label="出席者を加える"
      onEscape={text === '' ? undefined : line.reset}
      onInputChange={(next) => {
        if (next !== text) line.set({ text: next });
      }}
      onPick={(id) => {
        if (id !== null && !tooLong) pick(id);
      }}
      placeholder="出席者を加える（例：民生委員 49人）"
      sections={sectionsFor(data, name, count)}
    />
  );
};

/** Groups first: most lines of a record are groups. */
const sectionsFor = (
  data: RecordData,
  name: string,
  count: number | null,
): readonly OptionSection[] => {
  const wanted = fold(name);
  const fits = (words: string): boolean => fold(words).includes(wanted);
  const taken = new Set(data.attendances.flatMap((row) => [row.person, row.organization]));
  const heads = count === null ? '' : ` ${count}人`;
  const groups = data.organizations
    .filter((each) => !taken.has(each.id) && fits(each.name))
    .map(({ id, name: label, role }) => ({
      id,
      label: `${label}${heads}`,
      note: ROLE_NAMES[role],
    }));
  const people =
    count === null
      ? data.people
          .filter((each) => !taken.has(each.id) && fits(`${each.name} ${each.organizationName}`))
          .map(({ id, name: label, organizationName, post }) => ({
            id,
            label,
            note: [organizationName, post].filter(Boolean).join(' '),
          }))
      : [];
  const isKnown = data.organizations.some((each) => fold(each.name) === wanted);
  const fresh = [
    ...(isKnown ? [] : [{ id: NEW_GROUP, label: `「${name}」${heads}を機関・団体として加える` }]),
    ...(count === null ? [{ id: NEW_PERSON, label: `「${name}」を人として加える` }] : []),
  ];
  return [
    { title: '機関・団体', options: groups },
    { title: '人', options: people },
    { title: '新しく加える', options: name === '' ? [] : fresh },
  ].filter((section) => section.options.length > 0);
};
