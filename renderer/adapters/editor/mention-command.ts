import { TextSelection } from '@tiptap/pm/state';
import { MENTION_ELEMENT } from '#data/documents/note-mentions.ts';
import { addTheme } from '#data/operations/knowhow/themes.ts';
import { ensureOrganization } from '#data/operations/office/organizations.ts';
import { introducePerson } from '#data/operations/office/people.ts';
import type { Command } from '#data/records/command.ts';
import type { Draft } from '#data/records/draft.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { assertNever, ok, type Result } from '#shared/result.ts';
import type { Writable } from './link-command.ts';
import type { Stretch } from './link-lines.ts';
import { attributesOfMention } from './mention.ts';
import type { NewMention } from './mention-options.ts';

/** Puts a mention into the place of what was typed to ask for it. */
export const insertMention = (
  editor: Writable,
  { from, to }: Stretch,
  target: MentionTarget,
  words: string,
): void => {
  const { tr, schema } = editor.state;
  const type = schema.nodes[MENTION_ELEMENT];
  if (type === undefined) return;
  tr.replaceWith(from, to, type.create(attributesOfMention(target, words)));
  editor.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView());
};

type Made = { readonly target: MentionTarget; readonly words: string };

/** Makes a record of the office, and mentions it: one command, and one step of undo. */
export const newMentionCommand = (
  document: DocumentId,
  made: NewMention,
  place: (target: MentionTarget, words: string) => void,
): Command<Made> => {
  let result: Made | undefined;
  return {
    label: `${LABELS[made.kind]}を加えてリンク`,
    documents: [OFFICE, document],
    run: (draft) => {
      const done = make(draft, made);
      if (done.ok) result = done.value;
      return done;
    },
    alongside: () => {
      if (result !== undefined) place(result.target, result.words);
    },
  };
};

const LABELS: Readonly<Record<NewMention['kind'], string>> = {
  person: '人',
  organization: '機関・団体',
  theme: 'テーマ',
};

const make = (draft: Draft, made: NewMention): Result<Made> => {
  switch (made.kind) {
    case 'person': {
      const person = introducePerson(draft, made.person);
      return person.ok ? ok(madeOf('people', person.value)) : person;
    }
    case 'organization': {
      const organization = ensureOrganization(draft, made.name, { near: made.near });
      return organization.ok ? ok(madeOf('organizations', organization.value)) : organization;
    }
    case 'theme': {
      const theme = addTheme(draft, made.name);
      return theme.ok ? ok(madeOf('themes', { id: theme.value, name: made.name })) : theme;
    }
    default:
      return assertNever(made);
  }
};

const madeOf = (
  collection: 'people' | 'organizations' | 'themes',
  { id, name }: { readonly id: string; readonly name: string },
): Made => ({ target: { document: OFFICE, collection, id }, words: name });
