import { formatPartialDate } from '../../dates/format.ts';
import { isPartialDate } from '../../dates/types.ts';
import { isId } from '../record/ids.ts';
import { actions, FINDING_KIND_NAMES, type FindingKind, findings } from './meeting.ts';

/*
 * What is born in a note: a finding or an action whose text and fields are a record of the case, and of
 * which the note holds a link alone.
 */

/** What a line of a note can become, in the order of its keys (Ctrl+Alt+1 … 7). */
export const LINK_KINDS = [
  'issue',
  'insight',
  'strength',
  'decision',
  'action',
  'care',
  'reflection',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const LINK_KIND_NAMES: Readonly<Record<LinkKind, string>> = {
  ...FINDING_KIND_NAMES,
  action: '対応',
};

/** How the names are typed: in kana, while they are converted, and in plain letters. */
export const LINK_KIND_READINGS: Readonly<Record<LinkKind, readonly string[]>> = {
  issue: ['かだい', 'kadai'],
  insight: ['きづき', 'kizuki', 'kiduki'],
  strength: ['つよみ', 'tsuyomi', 'tuyomi'],
  decision: ['けってい', 'kettei'],
  action: ['たいおう', 'taiou'],
  care: ['こころがけ', 'kokorogake'],
  reflection: ['はんせい', 'hansei'],
};

export const LINKED_COLLECTIONS = { findings, actions } as const;
export type LinkedCollection = keyof typeof LINKED_COLLECTIONS;

/** A note's link to a record of its case. */
export type RecordLink = { readonly collection: LinkedCollection; readonly id: string };

export const collectionOfKind = (kind: LinkKind): LinkedCollection =>
  kind === 'action' ? 'actions' : 'findings';

export const isFindingKind = (kind: LinkKind): kind is FindingKind => kind !== 'action';

/** A link as the two texts that a note holds of it; undefined where they name no record. */
export const readLink = (collection: unknown, id: unknown): RecordLink | undefined =>
  (collection === 'findings' || collection === 'actions') && typeof id === 'string' && isId(id)
    ? { collection, id }
    : undefined;

/** One text for a link, to compare it by: `findings/<id>`. */
export const linkKey = ({ collection, id }: RecordLink): string => `${collection}/${id}`;

/** What a note says of a linked record. */
export type LinkedWords = {
  readonly kind: LinkKind;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly isBinned: boolean;
};

/** 「対応：効果を出せる事業所を選定する（町・期限 R5.1.31）」, for wherever a note is plain text. */
export const wordsOfLinked = (linked: LinkedWords | undefined): string => {
  if (linked === undefined) return '（この記録は見つかりません）';
  const { kind, text, owner, isBinned } = linked;
  const due = dueWords(linked.due);
  const beside = [owner, due].filter((each) => each !== '').join('・');
  const state = isBinned ? '（削除済み）' : '';
  return `${LINK_KIND_NAMES[kind]}${state}：${text}${beside === '' ? '' : `（${beside}）`}`;
};

const dueWords = (due: string): string =>
  due !== '' && isPartialDate(due) ? `期限 ${formatPartialDate(due, 'dotted')}` : '';
