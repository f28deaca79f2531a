import { type GivenTables, tablesOfHtml } from '#shared/domain/import/copied.ts';
import { COLUMN_LIMIT, ROW_LIMIT } from '#shared/domain/import/grid.ts';
import { namedTables } from '#shared/domain/import/join-tables.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { clip } from '#shared/text/limits.ts';
import { ArchiveError, isZip } from '#shared/zip/entries.ts';
import { decodeText, readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { openPackage } from './parts.ts';
import type { TextSheet } from './text-sheet.ts';
import { readXlsx } from './xlsx.ts';

export type TableFile = { readonly name: string; readonly bytes: Uint8Array };

const KINDS =
  '取り込めるのは、Excelブック（.xlsx）、Word文書（.docx）、CSV（.csv）、表のあるウェブページです。';

const SIZE_WORDS = `取り込めるのは1枚のシートにつき${ROW_LIMIT.toLocaleString('ja-JP')}行×${COLUMN_LIMIT}列までです。`;

const refused = (name: string, why: string, todo: string, code: Problem['code'] = 'damaged') =>
  fail({ code, happened: `「${clip(name, 60)}」${why}`, safe: '記録はそのままです。', todo });

/** Reads a file by what is in it, whatever it is called. Never throws at a broken or hostile file. */
export const readTableFile = async ({
  name,
  bytes,
}: TableFile): Promise<Result<readonly TextSheet[]>> => {
  if (bytes.length === 0)
    return refused(name, 'は空のファイルです。', '中身のあるファイルを選んでください。');
  if (isZip(bytes)) return readBook(name, bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    if (/\.do[ct][xm]?$/i.test(name)) {
      return refused(
        name,
        'は古い形式（.doc）か、パスワードの付いたWord文書です。',
        'Wordで開き、パスワードなしの「Word文書（.docx）」として保存し直してください。',
      );
    }
    return refused(
      name,
      'は古い形式（.xls）か、パスワードの付いたExcelファイルです。',
      'Excelで開き、パスワードなしの「Excelブック（.xlsx）」として保存し直してください。',
    );
  }
  if (/\.xls[xm]$/i.test(name)) {
    return refused(
      name,
      'はExcelブックとして読み取れません。',
      `Excelで開けるか確かめてください。${KINDS}`,
    );
  }
  const text = decodeText(bytes);
  if (text === null) return refused(name, 'は表として読み取れません。', KINDS);
  if (/^MIME-Version:/i.test(text)) {
    return refused(
      name,
      'はウェブページをまとめた形（MHTML）のファイルです。',
      'Excelで開き、「Excelブック（.xlsx）」として保存し直してください。',
    );
  }
  if (/^\s{0,200}<(?:[!?]|html|head|body|table|meta|div)/i.test(text.slice(0, 300))) {
    return readPage(name, text);
  }
  return ok([{ name, cells: readCsv(text), merges: [] }]);
};

/** Many systems give out a web page under the name of a workbook (.xls). */
const readPage = (name: string, text: string): Result<readonly TextSheet[]> => {
  const given = tablesOfHtml(text);
  if (given.grids.length > 0) return ok(sheetsOf(name, given));
  return refused(
    name,
    'の中に表がありません（ウェブページの形のファイルです）。',
    'Excelで開けるときは、「Excelブック（.xlsx）」として保存し直してください。',
  );
};

/** The tables of a page or a document, as sheets to choose between. */
const sheetsOf = (name: string, { grids, hasLeftOut }: GivenTables): readonly TextSheet[] =>
  namedTables(grids).map((table) => ({
    name: table.name || name,
    cells: [],
    merges: [],
    grid: table.grid,
    hasLeftOut,
  }));

const readDocument = (name: string, xml: string): Result<readonly TextSheet[]> => {
  const given = readDocx(xml);
  if (given.grids.length > 0) return ok(sheetsOf(name, given));
  return refused(
    name,
    'の中に表がありません（Word文書です）。',
    '表のある文書か、表を作り直したファイルを選んでください。',
  );
};

const readBook = async (name: string, bytes: Uint8Array): Promise<Result<readonly TextSheet[]>> => {
  try {
    const opened = await openPackage(bytes);
    if (opened.root === 'document') return readDocument(name, opened.main);
    if (opened.root === 'workbook') return ok(await readXlsx(opened));
    return refused(
      name,
      'はExcelブックでもWord文書でもありません（名前を変えたzipファイルのようです）。',
      `元のファイルを確かめてください。${KINDS}`,
    );
  } catch (error) {
    if (error instanceof ArchiveError && error.reason === 'too-large') {
      return refused(
        name,
        'は、広げると大きすぎるため読み取れません。',
        `${SIZE_WORDS}必要な範囲だけを新しいブックに写して保存し直してください。`,
        'too-large',
      );
    }
    return refused(
      name,
      'は壊れているため読み取れません。',
      'ExcelやWordで開いて保存し直すか、表の範囲をコピーして貼り付けてください。',
    );
  }
};
