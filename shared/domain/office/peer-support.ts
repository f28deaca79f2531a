import { defineCollection, type Row } from '../record/collection.ts';
import { choice, line, order, reference, SENTENCE_LIMIT } from '../record/field.ts';

export const PEER_STATES = ['open', 'asked', 'agreed', 'held', 'declined'] as const;
export type PeerState = (typeof PEER_STATES)[number];
export const PEER_STATE_NAMES: Readonly<Record<PeerState, string>> = {
  open: '未',
  asked: '打診中',
  agreed: '承諾',
  held: '実施',
  declined: '見送り',
};

/** ピアサポート: which municipality can help which, with what, and whether it was asked. */
export const peerSupports = defineCollection({
  name: 'peerSupports',
  home: 'office',
  what: 'ピアサポート',
  within: 'theme',
  fields: {
    helper: reference('助ける市町村', 'municipalities', { named: 'helperName' }),
    helperName: line('助ける市町村の名前', { isRequired: true }),
    helped: reference('助けを受ける市町村', 'municipalities', { named: 'helpedName' }),
    helpedName: line('助けを受ける市町村の名前', { isRequired: true }),
    theme: reference('テーマ', 'themes', { named: 'themeName' }),
    themeName: line('テーマの名前'),
    /** With what, in words. */
    text: line('内容', {
      limit: SENTENCE_LIMIT,
      example: '例：事業所への説明のしかたを伝える',
    }),
    state: choice('状態', PEER_STATES, 'open', PEER_STATE_NAMES),
    order: order(),
  },
});
export type PeerSupportRow = Row<typeof peerSupports>;

/** A municipality by its code, or by its name alone where nobody has said the code. */
export type Municipality = { readonly code: string; readonly name: string };

const isSame = ({ code, name }: Municipality, otherCode: string, otherName: string): boolean =>
  code === '' || otherCode === '' ? name !== '' && name === otherName : code === otherCode;

/** On which side of a peer support a municipality stands; null where on none. */
export const sideOf = (
  row: Pick<PeerSupportRow, 'helper' | 'helperName' | 'helped' | 'helpedName'>,
  municipality: Municipality,
): 'helps' | 'isHelped' | null => {
  if (isSame(municipality, row.helper, row.helperName)) return 'helps';
  return isSame(municipality, row.helped, row.helpedName) ? 'isHelped' : null;
};
