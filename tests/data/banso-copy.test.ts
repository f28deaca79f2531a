import { afterEach, describe, expect, it } from 'vitest';
import type { BansoSource } from '#data/banso-file/banso-source.ts';
import { compareBanso } from '#data/banso-file/compare.ts';
import { countLeftOut } from '#data/banso-file/left-out.ts';
import { bansoPieces, type PieceRequest } from '#data/banso-file/pieces.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import type { BansoPiece } from '#shared/banso-file/piece.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import { actions, findings, meetings } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '../support/desk.ts';
import { asId } from '../support/ids.ts';

const DOCUMENT = caseDocument('case1' as CaseId);
const HEAD = { variant: '市町村用', when: '2027年3月31日', by: '山田' };
const SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>';

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

/** A case with what is the office's own beside what is not, and somebody private. */
const officeDesk = async () => {
  const desk = await createDesk();
  desks.push(desk);
  const { workspace, banso } = await desk.start();
  await write(workspace);
  const pieces = async () => ({
    case: (await banso.pieces(DOCUMENT)).updates,
    office: (await banso.pieces(OFFICE)).updates,
  });
  return { desk, workspace, banso, pieces };
};

const write = async (workspace: Workspace): Promise<void> => {
  const done = await workspace.run({
    label: '記録の入力',
    documents: [OFFICE, DOCUMENT],
    run: (draft) => {
      draft.set(OFFICE, people, asId('p1'), { name: '住民 花子', role: 'residents' });
      draft.set(OFFICE, people, asId('p2'), { name: '課長 一郎', role: 'municipality' });
      draft.set(DOCUMENT, cases, asId('case1'), { municipalityName: SCRIPT });
      draft.set(DOCUMENT, meetings, asId('m1'), { kind: 'internal', title: '内輪の話' });
      draft.set(DOCUMENT, meetings, asId('m2'), { kind: 'session', title: '前の題' });
      draft.set(DOCUMENT, findings, asId('f1'), { meeting: asId('m1'), text: '秘密の心掛け' });
      draft.set(DOCUMENT, findings, asId('f2'), {
        meeting: asId('m2'),
        kind: 'insight',
        text: SCRIPT,
      });
      for (const [id, person, name] of [
        ['s1', 'p1', '住民 花子'],
        ['s2', 'p2', '課長 一郎'],
      ] as const) {
        draft.set(DOCUMENT, caseSupporters, asId(id), { person: asId(person), name });
      }
      return ok(null);
    },
  });
  expect(done.ok).toBe(true);
  await workspace.run({
    label: '題を変更',
    documents: [DOCUMENT],
    run: (draft) => {
      draft.set(DOCUMENT, meetings, asId('m2'), { title: '今の題' });
      return ok(null);
    },
  });
  await workspace.flush();
};

const preparedOf = async (variant: 'office' | 'municipalities') => {
  const made = await officeDesk();
  const { page, states } = await copyOf(made.banso, variant, [DOCUMENT]);
  const bytes = Buffer.from(states[0]?.update ?? new Uint8Array()).toString('utf8');
  return { ...made, page, bytes };
};

/** The readable copy as several workers make it by turns, and the states of its documents. */
const copyOf = async (
  banso: BansoSource,
  variant: PieceRequest['variant'],
  documents: readonly DocumentId[],
  step = 1,
  together: readonly DocumentId[] = [],
) => {
  const request = (first: number): PieceRequest => ({
    ...{ variant, extent: 'state', withAttachments: true, head: HEAD, together, first, step },
    documents: documents.map((document) => ({ document, title: SCRIPT })),
  });
  const shares = Array.from({ length: step }, (_, first) =>
    bansoPieces(request(first), banso.pieces),
  );
  const pieces: BansoPiece[] = [];
  for (let at = 0; at < documents.length; at += 1) {
    const piece = await shares[at % step]?.next();
    if (piece?.done === false) pieces.push(piece.value);
  }
  const page = Buffer.concat(pieces.map((piece) => piece.page)).toString('utf8');
  return {
    page,
    states: pieces.flatMap(({ state }) => (state === undefined ? [] : [state])),
    attachments: pieces.flatMap(({ attachments: each }) => each),
    leftOut: pieces.reduce((sum, { leftOut = 0 }) => sum + leftOut, 0),
  };
};

describe('the readable copy', () => {
  it('has what was written as text, and no markup of anybody else', async () => {
    const { page } = await preparedOf('office');
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>|javascript:/i);
    expect(page).toContain("default-src 'none'");
    for (const words of ['今の題', '内輪の話', '秘密の心掛け', '住民 花子']) {
      expect(page).toContain(words);
    }
  });
});

describe('the readable copy that several workers make', () => {
  it('is the one that a single worker makes, each document in its place', async () => {
    const { banso } = await officeDesk();
    const documents = [OFFICE, DOCUMENT, OFFICE];
    const { page } = await copyOf(banso, 'office', documents);
    expect(await copyOf(banso, 'office', documents, 2)).toEqual(
      await copyOf(banso, 'office', documents),
    );
    expect([...page.matchAll(/<h2 id="(d\d)">/g)].map(([, id]) => id)).toEqual(['d0', 'd1', 'd2']);
    expect(page.match(/<!doctype html>|<\/html>/g)).toEqual(['<!doctype html>', '</html>']);
  });
});

describe('the 引継書 of the office in the readable copy', () => {
  const SECOND = caseDocument('case2' as CaseId);
  const twoCases = async () => {
    const made = await officeDesk();
    await made.workspace.run({
      label: '案件をつくる',
      documents: [SECOND],
      run: (draft) => {
        draft.set(SECOND, cases, asId('case2'), {
          municipalityName: '氷川町',
          failed: '夜の説明会',
        });
        draft.set(SECOND, actions, asId('a1'), { text: '要領をつくる', owner: '町' });
        return ok(null);
      },
    });
    await made.workspace.flush();
    return made;
  };
  const bookIn = (page: string): string =>
    page.slice(page.indexOf('<h2 id="book">'), page.indexOf('<h2 id="d0">'));

  it('stands before all cases, with what each of them leaves, as text', async () => {
    const { banso } = await twoCases();
    const { page } = await copyOf(banso, 'office', [OFFICE, DOCUMENT, SECOND], 2, [
      DOCUMENT,
      SECOND,
    ]);
    const book = bookIn(page);
    expect(page).toContain('<a href="#book">課全体の引継書</a>');
    for (const words of [
      '課全体（2案件）',
      '氷川町　期限なし　要領をつくる',
      '夜の説明会',
      '住民 花子',
    ]) {
      expect(book).toContain(words);
    }
    expect(book).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/i);
  });

  it('has for municipalities neither what is internal nor who is private', async () => {
    const { banso } = await twoCases();
    const { page } = await copyOf(banso, 'municipalities', [DOCUMENT, SECOND], 1, [
      DOCUMENT,
      SECOND,
    ]);
    const book = bookIn(page);
    for (const words of ['課全体（2案件）', '要領をつくる', '課長 一郎'])
      expect(book).toContain(words);
    for (const words of ['夜の説明会', '住民 花子']) expect(page).not.toContain(words);
  });

  it('is not there for a single case, which has its own', async () => {
    const { banso } = await officeDesk();
    const { page } = await copyOf(banso, 'office', [OFFICE, DOCUMENT]);
    expect(page).not.toContain('課全体');
  });
});

describe('the attached files that go along', () => {
  it.each(['office', 'municipalities'] as const)(
    'are those that a note shows, too, as long as it does, though they were taken off (%s)',
    async (variant) => {
      const { workspace, banso } = await officeDesk();
      const picture = (letter: string) => ({
        ...{ attachment: letter, hash: letter.repeat(64), name: `${letter}.png` },
      });
      const run = async (change: (draft: Draft) => unknown): Promise<void> => {
        const done = await workspace.run({
          ...{ label: '写真・図を本文に入れる', documents: [DOCUMENT] },
          run: (draft) => ok(change(draft)),
        });
        expect(done.ok).toBe(true);
        await workspace.flush();
      };
      await run((draft) => {
        for (const [letter, meeting] of Object.entries({ a: 'm2', b: 'm2', c: 'm3' })) {
          const { hash, name } = picture(letter);
          draft.set(DOCUMENT, meetings, asId('m3'), { kind: 'session', title: '取りやめ' });
          draft.create(DOCUMENT, attachments, { hash, name, meeting: asId(meeting) }, asId(letter));
        }
        draft.appendPictures(DOCUMENT, meetings, asId('m2'), [picture('a')]);
        draft.appendPictures(DOCUMENT, meetings, asId('m3'), [picture('c')]);
      });
      await run((draft) => {
        for (const letter of ['a', 'b', 'c']) draft.remove(DOCUMENT, attachments, asId(letter));
        draft.remove(DOCUMENT, meetings, asId('m3'));
      });
      const made = await copyOf(banso, variant, [DOCUMENT]);
      expect(made.attachments).toEqual(['a'.repeat(64)]);
    },
  );

  it('are none that are internal where it is for a municipality, whose notes do not show them either', async () => {
    const { workspace, banso } = await officeDesk();
    const [open, internal] = ['a', 'b'].map((letter) => ({
      ...{ attachment: letter, hash: letter.repeat(64), name: `${letter}.png` },
    }));
    await workspace.run({
      ...{ label: '写真・図を本文に入れる', documents: [DOCUMENT] },
      run: (draft) => {
        for (const each of [open, internal]) {
          if (each === undefined) continue;
          const { hash, name, attachment } = each;
          const audience = each === internal ? 'internal' : 'anybody';
          const file = { hash, name, audience, meeting: asId('m2') } as const;
          draft.create(DOCUMENT, attachments, file, asId(attachment));
          draft.appendPictures(DOCUMENT, meetings, asId('m2'), [each]);
        }
        return ok(null);
      },
    });
    await workspace.flush();
    const whole = await copyOf(banso, 'office', [DOCUMENT]);
    const copy = await copyOf(banso, 'municipalities', [DOCUMENT]);
    expect(whole.attachments.toSorted()).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
    expect(whole.page).toContain('［図：b.png］');
    expect(copy.attachments).toEqual(['a'.repeat(64)]);
    expect(copy.page).toContain('［図：a.png］');
    const said = copy.page + Buffer.from(copy.states[0]?.update ?? []).toString('utf8');
    for (const gone of ['b.png', 'b'.repeat(64)]) expect(said).not.toContain(gone);
    // What is counted beforehand is what is then left out, and says nothing of what it was to whoever opens it.
    const counts = await countLeftOut([DOCUMENT], banso.pieces);
    expect(counts).toContainEqual(['内部の添付ファイル', 1]);
    expect(copy.leftOut).toBe(counts.reduce((sum, [, count]) => sum + count, 0));
    expect(whole.leftOut).toBe(0);
  });
});

describe('the 引継書 that begins a case in the readable copy', () => {
  const page = async (variant: 'office' | 'municipalities') => {
    const { workspace, banso } = await officeDesk();
    await workspace.run({
      label: '引継ぎの準備',
      documents: [DOCUMENT],
      run: (draft) => {
        const [reason, owner] = ['費用がかからない', '町'];
        draft.set(DOCUMENT, findings, asId('f3'), { kind: 'decision', text: '始める', reason });
        draft.set(DOCUMENT, findings, asId('f4'), { kind: 'care', text: '先に係長へ' });
        draft.set(DOCUMENT, actions, asId('a1'), { text: '手引きを渡す', owner, due: '2027-06' });
        return ok(null);
      },
    });
    await workspace.flush();
    const made = (await copyOf(banso, variant, [DOCUMENT])).page;
    return made.slice(made.indexOf('引継書'), made.indexOf('</section>'));
  };

  it('tells what was decided and why, what is open and what to mind', async () => {
    const book = await page('office');
    for (const words of ['始める（理由：費用がかからない）', '手引きを渡す', '先に係長へ']) {
      expect(book).toContain(words);
    }
  });

  it('tells a municipality nothing of what is the office’s own', async () => {
    const book = await page('municipalities');
    expect(book).toContain('始める（理由：費用がかからない）');
    for (const words of ['先に係長へ', '住民 花子', '内輪の話']) expect(book).not.toContain(words);
  });
});

describe('a copy for a municipality', () => {
  it('has nothing of the office, of private persons, or of what was there before', async () => {
    const { page, bytes } = await preparedOf('municipalities');
    for (const words of ['内輪の話', '秘密の心掛け', '住民 花子', '前の題']) {
      expect(page).not.toContain(words);
      expect(bytes).not.toContain(words);
    }
    for (const words of ['今の題', '課長 一郎']) {
      expect(page).toContain(words);
      expect(bytes).toContain(words);
    }
  });

  it('leaves all of that in one for the office, but for what was there before', async () => {
    const { bytes } = await preparedOf('office');
    expect(bytes).toContain('内輪の話');
    expect(bytes).toContain('住民 花子');
    expect(bytes).not.toContain('前の題');
  });
});

describe('a comparison', () => {
  it('tells what would be added, changed and deleted, and that only the other side went on', async () => {
    const { workspace, banso, pieces } = await officeDesk();
    const before = (await pieces()).case;
    await workspace.run({
      label: '記録の入力',
      documents: [DOCUMENT],
      run: (draft) => {
        draft.set(DOCUMENT, meetings, asId('m3'), { kind: 'session', title: '新しい会合' });
        draft.set(DOCUMENT, meetings, asId('m2'), { title: '次の題' });
        draft.remove(DOCUMENT, findings, asId('f2'));
        return ok(null);
      },
    });
    await workspace.flush();
    const files = await banso.files(DOCUMENT);
    if (!files.ok) throw new Error('not read');
    const found = compareBanso(
      {
        kind: 'compare',
        document: DOCUMENT,
        own: before,
        files: [],
        incoming: files.value,
        open: [],
      },
      () => true,
    );
    if (!found.ok) throw new Error(found.error.happened);
    const { relation, changes, conflicts } = found.value;
    expect(relation).toBe('ahead');
    expect(conflicts).toEqual([]);
    expect(changes.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'added m3',
      'changed m2',
      'deleted f2',
    ]);
  });
});
