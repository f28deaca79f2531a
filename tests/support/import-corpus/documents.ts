import { pack } from '../pack.ts';

const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The archive of a Word document with this body, as small as it can be. */
export const documentBytes = (body: string): Uint8Array => {
  const main = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const files = [
    { name: '_rels/.rels', bytes: new TextEncoder().encode(RELATIONS) },
    { name: 'word/document.xml', bytes: new TextEncoder().encode(main) },
  ];
  return new Uint8Array(pack(files));
};
