import type { DocumentId } from '../../documents/document-id.ts';
import type { CollectionName, DeviceId } from '../record/ids.ts';

/** What a field held: as it is stored where it can be given back, and in the words of its declaration. */
export type Said = {
  readonly words: string;
  /** Of a value its own, of a set its members, of a long text the text; absent for a note and for nothing. */
  readonly value?: unknown;
};

/** One thing of a record that an edit changed. */
export type FieldChange = {
  /** A field, a set, a long text, or `note`. */
  readonly field: string;
  readonly before: Said;
  readonly after: Said;
  /** Others had written it meanwhile, and their value stands; `after` is what this edit wrote. */
  readonly isOverruled: boolean;
  /** Part of what it said was erased for good, before or in this edit. */
  readonly isErased: boolean;
};

/** What became of a record: made, put into the bin, taken out of it, taken out for good, or changed. */
export type RecordFate = 'made' | 'binned' | 'taken-back' | 'emptied' | 'changed';

/** What one edit did to one record. */
export type RecordChange = {
  readonly collection: CollectionName;
  readonly record: string;
  /** What it was called afterwards, or before where it was nothing afterwards; '' for one without a name. */
  readonly name: string;
  /** The record that it belongs to, by id and name: the meeting of a finding; '' for none. */
  readonly parent: string;
  readonly parentName: string;
  readonly fate: RecordFate;
  /** In the order of its declaration, without what no screen shows. */
  readonly fields: readonly FieldChange[];
};

/**
 * One thing that somebody did: a command, or what was typed in one place in one go. `taken-in` is what others
 * wrote, whose own files are not here; `whole` a state that brought what no other frame here says.
 */
export type HistoryEntry = {
  /** The hash of its first frame: the same on every device. */
  readonly id: string;
  readonly document: DocumentId;
  readonly kind: 'edit' | 'taken-in' | 'whole';
  /** Of the first and of the last frame, on the writer's clock (ms since 1970). */
  readonly from: number;
  readonly to: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly device: DeviceId;
  readonly label: string;
  /** The hash of its last frame: the moment that one can go back to. */
  readonly moment: string;
  readonly isErased: boolean;
  readonly records: readonly RecordChange[];
};
