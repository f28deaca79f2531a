import writeExcelFile, { type Feature, type SheetData } from 'write-excel-file/universal';
import type { Sheet } from '#shared/domain/roadmap/paper/sheet-cells.ts';

/** The font that Excel in Japanese offices has. */
const FONT = { fontFamily: '游ゴシック', fontSize: 10 } as const;
/** Excel's number for A3; half a centimetre around. */
const PAPER = { paperSize: 8, fitToWidth: 1, fitToHeight: 0 } as const;
const MARGINS = {
  left: 0.4,
  right: 0.4,
  top: 0.4,
  bottom: 0.5,
  header: 0.2,
  footer: 0.25,
} as const;

/** Worksheets as the bytes of an Excel workbook. */
export const writeWorkbook = async (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const written = writeExcelFile(
    sheets.map((sheet) => ({
      // The library takes arrays that may change, but changes none.
      data: sheet.rows as SheetData,
      sheet: sheet.name,
      columns: sheet.widths.map((width) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: sheet.frozenRows,
      stickyColumnsCount: sheet.frozenColumns,
      showGridLines: false,
    })),
    { ...FONT, features: [printing(sheets)] },
  );
  return new Uint8Array(await (await written.toBlob()).arrayBuffer());
};

/** One page wide on A3, headings on each page, page numbers: what the library itself has no words for. */
const printing = (sheets: readonly Sheet[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes) => {
          if (tag === 'pageSetup') return { ...attributes, ...PAPER };
          return tag === 'pageMargins' ? { ...attributes, ...MARGINS } : attributes;
        },
        transform: (xml) =>
          xml
            .replace(/<worksheet[^<>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(
              /<pageSetup[^<>]*\/>/,
              '$&<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
            ),
      },
      'xl/workbook.xml': {
        transform: (xml) =>
          xml
            .replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, '')
            .replace(
              '</sheets>',
              `</sheets><definedNames>${sheets.map(printTitles).join('')}</definedNames>`,
            ),
      },
    },
  },
});

/** The rows and columns that Excel repeats on each printed page. */
const printTitles = (
  { name, frozenColumns, frozenRows, headingRow }: Sheet,
  index: number,
): string => {
  const place = `'${name}'!`;
  const last = String.fromCharCode(64 + frozenColumns);
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${place}$A:$${last},${place}$${headingRow}:$${frozenRows}</definedName>`;
};
