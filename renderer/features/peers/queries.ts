import type { Query } from '#data/records/query.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { hasTheme } from '#shared/domain/knowhow/theme-lines.ts';
import {
  type Municipality,
  type PeerSupportRow,
  peerSupports,
  sideOf,
} from '#shared/domain/office/peer-support.ts';
import { compareOrder, compareTexts } from '#shared/domain/record/row-values.ts';

export type PeerRows = {
  readonly peers: readonly PeerSupportRow[];
  /** All that were ever supported; … */
  readonly all: readonly Municipality[];
  /** … who may help: those first that took the theme up. */
  readonly helpers: readonly Municipality[];
};

/** Peer supports of one theme, and who may be named in a new one. */
export const peersOfTheme =
  (theme: string): Query<PeerRows> =>
  async (reader) => {
    const [rows, digests] = await Promise.all([
      reader.of(peerSupports, [OFFICE]),
      reader.digests('all'),
    ]);
    const heads = digests.map((digest) => digest.case);
    const all = municipalitiesOf(heads);
    const takers = municipalitiesOf(heads.filter((head) => hasTheme(head, theme)));
    const rest = all.filter(({ code, name }) => sameIn(takers, code || name) === undefined);
    return {
      peers: rows.filter((row) => row.theme === theme).toSorted(compareOrder),
      helpers: [...takers, ...rest],
      all,
    };
  };

/** Peer supports in which a municipality helps or is helped. */
export const peersOfMunicipality =
  (code: string, name: string): Query<readonly PeerSupportRow[]> =>
  async (reader) =>
    (await reader.of(peerSupports, [OFFICE]))
      .filter((row) => sideOf(row, { code, name }) !== null)
      .toSorted(compareOrder);

const sameIn = (all: readonly Municipality[], key: string): Municipality | undefined =>
  all.find(({ code, name }) => (code || name) === key);

type Head = { readonly municipalityCode: string; readonly municipalityName: string };

const municipalitiesOf = (heads: readonly Head[]): readonly Municipality[] =>
  [
    ...new Map(
      heads
        .filter(({ municipalityName }) => municipalityName !== '')
        .map(({ municipalityCode: code, municipalityName: name }) => [
          code || name,
          { code, name },
        ]),
    ).values(),
  ].toSorted((a, b) => compareTexts(a.code, b.code) || compareTexts(a.name, b.name));
