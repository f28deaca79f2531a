import type { DocumentId } from '../../documents/document-id.ts';
import type { CollectionName, DeviceId } from './ids.ts';

/** What somebody made of a key: gave it a value, or took it away. */
export type FieldValue =
  | { readonly kind: 'set'; readonly value: unknown }
  | { readonly kind: 'absent' };

/** Who wrote one side of a conflict, when and where. */
export type Origin = {
  readonly author: string;
  /** Milliseconds since 1970 on the writer's clock. */
  readonly time: number;
  readonly device: DeviceId;
  readonly label: string;
  /** The writer's own file is not here: author and device are those who passed the edit on. */
  readonly via: boolean;
};

export type FieldSide = Origin & {
  readonly value: FieldValue;
  /** Whether the document says so now. */
  readonly isShown: boolean;
};

export type PassageSide = Origin & { readonly text: string; readonly isShown: boolean };

type Place = {
  readonly document: DocumentId;
  /** The same on every device. */
  readonly id: string;
  readonly collection: CollectionName;
  readonly record: string;
  /** A field, a set, a long text, `note`; or `deletedAt` for whether the record is in the bin. */
  readonly field: string;
};

/** Several have written one key without having seen each other, and it cannot say what all of them said. */
export type FieldConflict = Place & {
  readonly kind: 'field';
  /** The member of a set. */
  readonly member: string | undefined;
  /** What others edited of a record that somebody put into the bin; empty for all other keys. */
  readonly edited: readonly string[];
  /** The latest first: it is the one proposed. */
  readonly sides: readonly FieldSide[];
};

/** Several have rewritten one sentence of a text or note without having seen each other. */
export type PassageConflict = Place & {
  readonly kind: 'passage';
  /** Where the merged passage begins in the text (a note: in its lines), in UTF-16 units. */
  readonly at: number;
  readonly base: string;
  readonly merged: string;
  /** The stretches of the merged passage that two desks each have rewritten: one for two desks. */
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  /** The latest first: it is the one proposed. */
  readonly sides: readonly PassageSide[];
};

/** 確認してください: what edits of several desks leave open until somebody decides. */
export type Conflict = FieldConflict | PassageConflict;
