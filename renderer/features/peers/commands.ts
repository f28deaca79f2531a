import { recordActs } from '#data/operations/record/records.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { peerSupports } from '#shared/domain/office/peer-support.ts';

export const peerCommands = recordActs(OFFICE, peerSupports);
