import { attachments, officeAttachments } from './attachment/attachment.ts';
import { assignments } from './case/assignment.ts';
import { caseSupporters, cases, preparations, yearNotes } from './case/case.ts';
import { followUps } from './case/follow-up.ts';
import {
  handoverParts,
  handoverSigns,
  officeHandoverParts,
  officeHandoverSigns,
} from './handover/handover.ts';
import { confirmations } from './meeting/confirmation.ts';
import {
  actions,
  attendances,
  findings,
  meetingDays,
  meetings,
  programmeItems,
  rounds,
  variants,
} from './meeting/meeting.ts';
import { knowHows } from './office/know-how.ts';
import {
  figures,
  importMappings,
  municipalities,
  organizations,
  people,
  posts,
  themes,
} from './office/office.ts';
import { peerSupports } from './office/peer-support.ts';
import { staff } from './office/staff.ts';
import type { Collection } from './record/collection.ts';
import type { CollectionName } from './record/ids.ts';
import { ROADMAP_COLLECTIONS } from './roadmap/collections.ts';
import { tableOptions } from './tables/material.ts';

/**
 * The format number of a document: of these collections and of the note's schema together.
 * A change to either needs a new number; a test compares a fingerprint of both with it.
 */
export const FORMAT = 3;

/** Every collection of every document. */
export const COLLECTIONS = [
  cases,
  caseSupporters,
  assignments,
  yearNotes,
  followUps,
  preparations,
  rounds,
  meetings,
  meetingDays,
  attendances,
  programmeItems,
  findings,
  actions,
  variants,
  confirmations,
  ...ROADMAP_COLLECTIONS,
  tableOptions,
  people,
  posts,
  staff,
  organizations,
  municipalities,
  figures,
  themes,
  knowHows,
  peerSupports,
  importMappings,
  attachments,
  officeAttachments,
  handoverParts,
  handoverSigns,
  officeHandoverParts,
  officeHandoverSigns,
] as const satisfies readonly Collection[];

/** The collection of a name. */
export const collectionNamed = (name: CollectionName): Collection => {
  const found = COLLECTIONS.find((collection) => collection.name === name);
  if (found === undefined) throw new Error(`there is no collection ${name}`);
  return found;
};
