import { Mark } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isLinkAddress } from './link-address.ts';

/** The address alone is kept: a link that is pasted brings no class, target or script with it. */
export const NoteLink = Mark.create({
  name: 'link',
  priority: 1000,
  // What is typed behind a link is not part of it: Japanese has no space that would end it.
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (isLinkAddress(element.getAttribute('href')) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => {
    const href: unknown = HTMLAttributes.href;
    return ['a', { href: isLinkAddress(href) ? href : null, rel: 'noopener noreferrer' }, 0];
  },
  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        props: {
          /** An address pasted alone becomes a link, or makes the selected words one. */
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData('text/plain').trim() ?? '';
            if (/\s/.test(text) || !/^(?:https?:\/\/|mailto:)/i.test(text)) return false;
            if (!isLinkAddress(text)) return false;
            const { selection, tr, schema } = view.state;
            const mark = type.create({ href: text });
            view.dispatch(
              selection.empty
                ? tr.replaceSelectionWith(schema.text(text, [mark]), false).scrollIntoView()
                : tr.addMark(selection.from, selection.to, mark),
            );
            return true;
          },
        },
      }),
    ];
  },
});
