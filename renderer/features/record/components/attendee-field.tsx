import { useEffect, useRef, useState } from 'react';
import type { Attendee } from '#data/operations/meeting/attendance.ts';
import { lengthOf, NAME_LIMIT } from '#shared/text/limits.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { sendTaken, useDraftForm } from '#ui/commit/use-draft-form.ts';
import { type AttendeeSection, attendeeChoices } from '../attendee-choices.ts';
import { splitCountedName } from '../model.ts';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';

type AttendeeFieldProps = { readonly data: RecordData; readonly tools: RecordTools };

const EMPTY = { text: '' };
const NONE: readonly AttendeeSection[] = [];

/**
 * Adds who came: 「民生委員 49人」 is a group with its heads, 「生駒 花子（いきいき長寿課・係長）」 a person with body and
 * post; new ones are made on the spot, as the list says.
 */
export const AttendeeField = ({ data, tools }: AttendeeFieldProps) => {
  const line = useDraftForm(`add.attendee.${data.meeting.id}`, '出席者を加える', EMPTY);
  const { text } = line.values;
  const { name, count } = splitCountedName(text);
  const tooLong = lengthOf(name) > NAME_LIMIT;
  // All that the office knows is looked through for who comes to add somebody, and for nobody else.
  const [isAsked, setIsAsked] = useState(text !== '');
  const sections = isAsked ? attendeeChoices(text, data) : NONE;

  const box = useRef<HTMLDivElement>(null);
  const { length } = data.attendances;
  // The list above grows: the line, and what it offers, stay in sight for the next one.
  useEffect(() => {
    if (length > 0 && box.current?.contains(document.activeElement)) {
      box.current.scrollIntoView({ block: 'nearest' });
    }
  }, [length]);

  const add = (attendee: Attendee): void => {
    const command = tools.commands.addAttendee(attendee, count);
    void sendTaken(line.take(), () => tools.store(command));
  };

  const pick = (id: string): void => {
    const choice = sections.flatMap(({ options }) => options).find((each) => each.id === id);
    if (choice !== undefined) add(choice.attendee);
  };

  return (
    <div ref={box}>
      <ComboBox
        allowsCustomValue
        description="例：山田 花子（福祉課・係長）、民生委員 49人"
        emptyText="名前を入力すると、新しく加えられます"
        error={
          tooLong
            ? `名前は${NAME_LIMIT}文字までです。いま${lengthOf(name)}文字あります。`
            : line.problem
        }
        inputValue={text}
        isLabelHidden
        label="出席者を加える"
        onEntered={() => setIsAsked(true)}
        onEscape={text === '' ? undefined : line.reset}
        onInputChange={(next) => {
          if (next !== text) line.set({ text: next });
        }}
        onPick={(id) => {
          if (id !== null && !tooLong) pick(id);
        }}
        placeholder="名前、または団体と人数"
        sections={sections}
      />
    </div>
  );
};
