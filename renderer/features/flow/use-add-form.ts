import { useState } from 'react';
import type { RoundId } from '#shared/domain/record/ids.ts';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import {
  ADD_KIND_NAMES,
  type AddContext,
  type AddForm,
  type AddKind,
  checkForm,
  emptyForm,
  readForm,
} from './add-form.ts';
import type { NewMeeting } from './commands.ts';

export type AddRequest = {
  readonly kind: AddKind;
  readonly ordinal?: string;
  readonly round?: RoundId;
  /** It has happened already: a contact that is written down, today's unless said. */
  readonly hasHappened?: boolean;
};

export type AddFormProps = {
  /** Where what is filled in is kept: `add.meeting.<case>`. */
  readonly draftKey: string;
  readonly request: AddRequest;
  readonly context: AddContext;
  /** Adds it; gives back what the command refused, to be shown. */
  readonly onAdd: (meeting: NewMeeting) => Promise<string | null>;
  readonly onClose: () => void;
};

type TextKey = {
  [K in keyof AddForm]: AddForm[K] extends string ? K : never;
}[keyof AddForm];

/** What the fields of the form need of it. */
export type AddFormFields = {
  readonly form: AddForm;
  readonly set: <K extends keyof AddForm>(field: K, value: AddForm[K]) => void;
  /** What is wrong with a field, as soon as it may be said. */
  readonly shown: (field: keyof AddForm) => string | undefined;
  readonly text: (field: TextKey) => {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly error: string | undefined;
  };
};

type AddFormState = {
  readonly name: string;
  readonly fields: AddFormFields;
  readonly isFilled: boolean;
  readonly isPending: boolean;
  readonly refused: string | null;
  readonly submit: () => Promise<void>;
  readonly close: () => void;
};

/** The form of a new meeting: a draft until it is added, which no error and no refusal empties. */
export const useAddForm = ({
  draftKey,
  request,
  context,
  onAdd,
  onClose,
}: AddFormProps): AddFormState => {
  const { kind, hasHappened = false } = request;
  const name = hasHappened ? '連絡を記録' : `${ADD_KIND_NAMES[kind]}を追加`;
  const [empty] = useState<AddForm>(() => emptyForm(context, request));
  const draft = useDraftForm(`${draftKey}.${hasHappened ? 'contact' : kind}`, name, empty);
  const form = draft.values;
  /** Fields are told what is wrong with them once they were typed in, or the form was sent. */
  const [touched, setTouched] = useState<ReadonlySet<keyof AddForm>>(new Set());
  const [isSent, setIsSent] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const set: AddFormFields['set'] = (field, value) => {
    draft.set({ [field]: value });
    setTouched((before) => new Set(before).add(field));
    setRefused(null);
  };
  const errors = checkForm(kind, form, context);
  const shown: AddFormFields['shown'] = (field) =>
    isSent || touched.has(field) ? errors[field] : undefined;
  const text: AddFormFields['text'] = (field) => ({
    value: form[field],
    onChange: (value) => set(field, value),
    error: shown(field),
  });

  const submit = async (): Promise<void> => {
    setIsSent(true);
    const read = readForm(kind, form, context);
    if (!read.ok || isPending) return;
    setIsPending(true);
    const problem = await onAdd(read.value);
    setIsPending(false);
    setRefused(problem);
    if (problem === null) draft.reset();
  };
  const close = (): void => {
    draft.reset();
    onClose();
  };

  return {
    name,
    fields: { form, set, shown, text },
    isFilled: draft.isFilled,
    isPending,
    refused,
    submit,
    close,
  };
};
