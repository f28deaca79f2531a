import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { countKinds, type KindCounts, sumKinds } from '#shared/domain/record/outgoing.ts';
import { assemble, type Projection, projectAll } from '../projection/project.ts';
import type { DocumentPieces } from './banso-source.ts';
import { rowsForMunicipality } from './copy-for-municipality.ts';
import { privateIn } from './pieces.ts';

/** What a hand-over file of some documents would leave out for a municipality, by kind. */
export const countLeftOut = async (
  documents: readonly DocumentId[],
  load: (document: DocumentId) => Promise<DocumentPieces>,
): Promise<KindCounts> => {
  const projected = async (document: DocumentId): Promise<Projection> => {
    const doc = assemble((await load(document)).updates);
    const projection = projectAll(document, doc);
    doc.destroy();
    return projection;
  };
  const isPrivate = privateIn(await projected(OFFICE));
  const all: KindCounts[] = [];
  for (const document of documents) {
    const { leftOut } = rowsForMunicipality(document, await projected(document), isPrivate);
    all.push(countKinds(leftOut));
  }
  return sumKinds(all);
};
