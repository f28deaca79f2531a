import { describe, expect, it } from 'vitest';
import { cleanHtml } from '#adapters/editor/pasted-html.ts';
import { leastOwnTime } from '#tests/support/own-time.ts';

const html = (source: string): string => cleanHtml(source).html;

describe('what is pasted into a note', () => {
  it('loses scripts, style sheets and handlers, and keeps its words', () => {
    expect(
      html(
        '<h2 onclick="a()" class=x>町説明<script>owned()</script></h2><style>p { color: red }</style>',
      ),
    ).toBe('<h2>町説明</h2>');
    expect(html('<p>方針<img src=x onerror=a()>を<svg><text>絵</text></svg>示した</p>')).toBe(
      '<p>方針を示した</p>',
    );
    expect(html('<p>on=1 onclick="a"</p>')).toBe('<p>on=1 onclick="a"</p>');
    expect(html('前<style>p { }')).toBe('前');
    expect(html('<iframe srcdoc="<p>x</p>"></iframe>後')).toBe('後');
  });

  it('keeps what a note is made of: links, tables, tasks, bold letters', () => {
    const kept = [
      '<p data-pm-slice="1 1 []"><a href="https://www.mhlw.go.jp/">厚労省</a></p>',
      '<table><tbody><tr><td colspan="2" rowspan="3">表</td></tr></tbody></table>',
      '<ul data-type="taskList"><li data-checked="true"><input type="checkbox">済</li></ul>',
      '<p><span style="font-weight:bold">太字</span> &amp; &lt;b&gt;</p>',
    ];
    for (const each of kept) expect(html(each)).toBe(each);
  });

  it('leaves out what tracked changes have deleted and what is hidden, and says so', () => {
    const cases = [
      '<p>残す<del cite="mailto:山田" datetime="2026-08-24T10:00">消した</del>文</p>',
      "<p>残す<span class='msoDel'>消した</span>文</p>",
      "<p>残す<span style='mso-hide:all;display:none'>隠した</span>文</p>",
      '<p>残す<span hidden>隠した</span>文</p>',
      '<p>残す<del>一<del>二</del>三</del>文</p>',
    ];
    for (const each of cases) {
      expect(cleanHtml(each)).toEqual({ html: '<p>残す文</p>', hasHidden: true });
    }
    expect(cleanHtml('<p>残す<ins cite="x">足した</ins><s>取消線</s></p>').hasHidden).toBe(false);
  });

  it('leaves out hidden columns, also where cells have no end and reach over rows', () => {
    const table = (col: string) =>
      `<table><col><col ${col}><col><tr><td rowspan=2>8月<td>隠<td>県</tr><tr><td>隠<td>AD</tr></table>`;
    expect(html(table("style='display:none'"))).toBe(
      '<table><tr><td rowspan="2">8月<td>県</tr><tr><td>AD</tr></table>',
    );
    expect(html(table(''))).toContain('隠');
    expect(html('<table><tr><td style="display:none">隠</td><td>見</td></tr></table>')).toBe(
      '<table><tr><td>見</td></tr></table>',
    );
  });

  it('has lists where Word has paragraphs with signs', () => {
    const item = (level: number, sign: string, words: string) =>
      `<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
    expect(
      html(
        `<p>次のとおり</p>${item(1, 'l', '周知')}${item(2, '1.', '住民へ')}${item(1, 'l', '研修')}<p>以上</p>`,
      ),
    ).toBe(
      '<p>次のとおり</p><ul><li><p>周知</p><ol><li><p>住民へ</p></li></ol></li><li><p>研修</p></li></ul><p>以上</p>',
    );
    expect(html(item(1, '①', '一'))).toBe('<ol><li><p>一</p></li></ol>');
    expect(html(item(1, '1.', '一') + item(1, '1.', '二').replace('l0', 'l1'))).toBe(
      '<ol><li><p>一</p></li></ol><ol><li><p>二</p></li></ol>',
    );
  });

  it('has the lists of Word in cells, by style alone, and with bullets that nothing marks', () => {
    expect(
      html(
        "<table><tr><td><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>l </span>周知</p></td><td>県</td></tr></table>",
      ),
    ).toBe('<table><tr><td><ul><li><p>周知</p></li></ul></td><td>県</td></tr></table>');
    expect(
      html(
        "<p class=MsoListBullet><span style='mso-list:Ignore'>l </span>周知</p><p class=MsoListBullet2><span style='mso-list:Ignore'>l </span>住民へ</p>",
      ),
    ).toBe('<ul><li><p>周知</p><ul><li><p>住民へ</p></li></ul></li></ul>');
    expect(
      html(
        "<p style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='font-family:Symbol'>·<span>&nbsp; </span></span><!--[endif]-->周知</p>",
      ),
    ).toBe('<ul><li><p>周知</p></li></ul>');
  });

  it('loses comments and readings, and what a style sheet hides', () => {
    expect(
      cleanHtml(
        '<p><a class=msocomanchor href="#_msocom_1">[A1]</a>本文</p><div style=\'mso-element:comment-list\'><div class=msocomtxt>コメント</div></div>',
      ),
    ).toEqual({ html: '<p>本文</p>', hasHidden: true });
    expect(cleanHtml('<p><ruby>益城<rt>ましき</rt></ruby>町</p>')).toEqual({
      html: '<p><ruby>益城</ruby>町</p>',
      hasHidden: false,
    });
    expect(
      cleanHtml(
        '<style><!--.xl9 {display:none;}--></style><table><tr class=xl9><td>隠</td></tr><tr><td>見</td></tr></table>',
      ),
    ).toEqual({ html: '<table><tr><td>見</td></tr></table>', hasHidden: true });
  });

  it('is cleaned in time that grows with its length alone', async () => {
    const pieces = [
      '<del>',
      '<p style="',
      "<td style='display:none'>",
      '<style>',
      '<a href="',
      '<',
      '</p>',
    ];
    for (const piece of pieces) {
      const text = piece.repeat(200_000 / piece.length);
      expect(await leastOwnTime(() => cleanHtml(text))).toBeLessThan(1000);
    }
  });
});
