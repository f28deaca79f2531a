import { type Editor, useEditorState } from '@tiptap/react';
import { ChevronDown, Table2 } from 'lucide-react';
import { Menu, type MenuAction } from '#ui/menu.tsx';
import { ToolbarButton } from '#ui/toolbar.tsx';
import { afterMenu } from './after-menu.ts';
import { leaveTable } from './note-table.ts';

type TableMenuProps = { readonly editor: Editor };

/** Puts in a table of 3 × 3; inside one, its rows and columns. */
export const TableMenu = ({ editor }: TableMenuProps) => {
  const isInside = useEditorState({ editor, selector: () => editor.isActive('table') });
  const act = (run: () => void) => () => afterMenu(run);
  const chain = () => editor.chain().focus();
  const inside: readonly MenuAction[] = [
    {
      id: 'leave',
      label: '表の下へ出る',
      shortcut: 'Ctrl Enter',
      onAction: act(() => leaveTable(editor)),
    },
    {
      id: 'row-above',
      label: '上に行を足す',
      startsGroup: true,
      onAction: act(() => chain().addRowBefore().run()),
    },
    { id: 'row-below', label: '下に行を足す', onAction: act(() => chain().addRowAfter().run()) },
    {
      id: 'column-left',
      label: '左に列を足す',
      onAction: act(() => chain().addColumnBefore().run()),
    },
    {
      id: 'column-right',
      label: '右に列を足す',
      onAction: act(() => chain().addColumnAfter().run()),
    },
    {
      id: 'head',
      label: '見出しの行にする・やめる',
      onAction: act(() => chain().toggleHeaderRow().run()),
    },
    {
      id: 'merge',
      label: 'セルをまとめる・分ける',
      onAction: act(() => chain().mergeOrSplit().run()),
    },
    {
      id: 'remove-row',
      label: '行を消す',
      tone: 'danger',
      startsGroup: true,
      onAction: act(() => chain().deleteRow().run()),
    },
    {
      id: 'remove-column',
      label: '列を消す',
      tone: 'danger',
      onAction: act(() => chain().deleteColumn().run()),
    },
    {
      id: 'remove-table',
      label: '表を消す',
      tone: 'danger',
      onAction: act(() => chain().deleteTable().run()),
    },
  ];
  const outside: readonly MenuAction[] = [
    {
      id: 'insert',
      label: '表を入れる（3行×3列）',
      onAction: act(() => insertTable(editor)),
    },
  ];
  return (
    <Menu
      items={isInside ? inside : outside}
      label="表"
      trigger={
        <ToolbarButton
          endIcon={<ChevronDown aria-hidden="true" />}
          icon={<Table2 aria-hidden="true" />}
          label="表"
          word="表"
        />
      }
    />
  );
};

const insertTable = (editor: Editor): void => {
  editor
    .chain()
    .focus()
    .insertTable({ rows: 3, cols: 3, withHeaderRow: true })
    .command(({ tr, state }) => {
      // Behind a table at the end there would be no line to type on.
      if (tr.doc.lastChild?.type.name === 'table') {
        const line = state.schema.nodes.paragraph?.create();
        if (line) tr.insert(tr.doc.content.size, line);
      }
      return true;
    })
    .run();
};
