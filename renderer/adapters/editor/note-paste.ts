import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { Problem } from '#shared/result.ts';
import { cleanHtml } from './pasted-html.ts';

/** What a note takes in at once, in letters: some fifty pages. More would hold up the window. */
export const PASTE_LIMIT = 40_000;
/** Office writes a page of HTML around a line of text. */
const HTML_LIMIT = 2_000_000;
/** Beginnings and ends of elements that a note is built of at once. */
const TAG_LIMIT = 3000;
/** Each line becomes a paragraph. */
const LINE_LIMIT = 2000;

type NotePasteOptions = {
  readonly onRefused: (problem: Problem) => void;
  /** Something was taken in, but not all of it. */
  readonly onLeftOut: (words: string) => void;
  /** Whether a linked record or a picture that was copied is one of this note's case; another's is words alone. */
  readonly isOwn: (name: string) => boolean;
};

const HIDDEN_WORDS =
  '変更履歴で削除された文字、コメント、非表示の文字や列があったので、貼り付けませんでした。';
const FORM_WORDS = '書式が多すぎるため、文字だけを貼り付けました。';

/** Takes in what is pasted or dropped: cleaned, and no more than the window can bear. */
export const notePaste = ({ onRefused, onLeftOut, isOwn }: NotePasteOptions): Extension =>
  Extension.create({
    name: 'notePaste',
    priority: 900,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            const clean = cleanHtml(html, isOwn);
            if (clean.hasHidden) onLeftOut(HIDDEN_WORDS);
            return clean.html;
          },
          handleDOMEvents: {
            paste: (view, event) => {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              const html = event.clipboardData?.getData('text/html') ?? '';
              const verdict = judge(text, html);
              if (verdict === 'whole') return false;
              event.preventDefault();
              if (verdict === 'refused') onRefused(refusal(text, html));
              else if (view.pasteText(text)) onLeftOut(FORM_WORDS);
              return true;
            },
            drop: (_, event) => {
              const text = event.dataTransfer?.getData('text/plain') ?? '';
              const html = event.dataTransfer?.getData('text/html') ?? '';
              if (judge(text, html) === 'whole') return false;
              event.preventDefault();
              onRefused(refusal(text, html));
              return true;
            },
          },
        },
      }),
    ],
  });

const judge = (text: string, html: string): 'whole' | 'text' | 'refused' => {
  if (text.length > PASTE_LIMIT || linesIn(text) > LINE_LIMIT) return 'refused';
  if (html.length <= HTML_LIMIT && isBearable(html)) return 'whole';
  return text === '' ? 'refused' : 'text';
};

const isBearable = (html: string): boolean => {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0 && tags <= TAG_LIMIT; at = html.indexOf('<', at + 1)) {
    tags += 1;
  }
  return tags <= TAG_LIMIT;
};

const linesIn = (text: string): number => {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

const refusal = (text: string, html: string): Problem => {
  const count = (number: number): string => number.toLocaleString('ja-JP');
  const length = text === '' ? html.length : text.length;
  const [size, limit] =
    length > PASTE_LIMIT
      ? [`${count(length)}文字`, `${count(PASTE_LIMIT)}文字`]
      : [`${count(linesIn(text))}行`, `${count(LINE_LIMIT)}行`];
  return {
    code: 'too-large',
    happened: `貼り付けようとした文章は${size}あり、長すぎます（一度に${limit}まで）。`,
    safe: '記録はそのままです。',
    todo: '必要な部分だけを選んでコピーするか、何回かに分けて貼り付けてください。',
  };
};
