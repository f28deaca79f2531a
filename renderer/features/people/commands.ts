import { keepApart, mergeWho, type WhoPair } from '#data/operations/office/merge-who.ts';
import { ensureOrganization } from '#data/operations/office/organizations.ts';
import { introducePerson, setPostBody } from '#data/operations/office/people.ts';
import {
  act,
  labelOfChange,
  recordActs,
  removeRecord,
  setRecord,
} from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { Named, Values } from '#data/records/draft.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { WhoKind } from '#shared/domain/office/merged-fields.ts';
import { organizations, people, posts } from '#shared/domain/office/office.ts';
import { readTypedPerson } from '#shared/domain/office/read-attendee.ts';
import { NO_ID, type PersonId } from '#shared/domain/record/ids.ts';

const IN_OFFICE = [OFFICE] as const;

export const setOrganization = (id: string, values: Values<typeof organizations>): Command<null> =>
  act(
    labelOfChange(organizations, values),
    IN_OFFICE,
    setRecord,
    OFFICE,
    organizations,
    id,
    values,
  );

export const setPerson = (id: string, values: Values<typeof people>): Command<null> =>
  act(labelOfChange(people, values), IN_OFFICE, setRecord, OFFICE, people, id, values);

export const removeOrganization = (id: string): Command<null> =>
  act('機関・団体を削除', IN_OFFICE, removeRecord, OFFICE, organizations, id);

export const removePerson = (id: string): Command<null> =>
  act('人を削除', IN_OFFICE, removeRecord, OFFICE, people, id);

/** One of that name that is there already is the one. */
export const addOrganization = (name: string): Command<Named<'organizations'>> =>
  act('機関・団体を追加', IN_OFFICE, ensureOrganization, name);

/** 生駒 花子, or 生駒 花子（いきいき長寿課・係長） with body and post. A new person, even beside one of that name. */
export const addPerson = (text: string): Command<Named<'people'>> => {
  const { name, body, post } = readTypedPerson(text) ?? { name: text, body: '', post: '' };
  return act('人を追加', IN_OFFICE, introducePerson, {
    person: NO_ID,
    name,
    body: body === '' ? null : { name: body },
    post,
    from: '',
  });
};

/** What somebody was, and where. */
export const postActs = recordActs(OFFICE, posts);

/** Gives somebody a post in a body that the office has, or that is made by its name. */
export const addPost = (
  person: PersonId,
  body: Named<'organizations'> | { readonly name: string },
): Command<null> => ({
  label: '所属を追加',
  documents: IN_OFFICE,
  run: (draft) => {
    const id = draft.create(OFFICE, posts, { person });
    return setPostBody(draft, id, body);
  },
});

const MERGE_LABELS: Readonly<Record<WhoKind, string>> = {
  people: '人をまとめる',
  organizations: '機関・団体をまとめる',
};

/** @param documents those that refer to the one that goes, beside the office's (`referencesOf`) */
export const mergeCommand = (pair: WhoPair, documents: readonly DocumentId[]): Command<null> => {
  const all = [...new Set([OFFICE, ...documents])];
  return act(MERGE_LABELS[pair.kind], all, mergeWho, pair, all);
};

/** They are alike, but not the same: nobody is asked again. */
export const keepApartCommand = (kind: WhoKind, one: string, other: string): Command<null> =>
  act('同じではないと記録', IN_OFFICE, keepApart, kind, one, other);
