import { ChevronDown, ListChecks, Tag } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { clip } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { Menu, type MenuAction } from '#ui/menu.tsx';
import { mark } from './menu-mark.tsx';
import { NameVersionDialog } from './name-version-dialog.tsx';
import type { Versions } from './use-versions.ts';
import { VersionListDialog } from './version-list-dialog.tsx';
import { NOW, versionDate } from './versions-model.ts';

type VersionsMenuProps = {
  readonly caseId: CaseId;
  /** All cases that show the roadmap. */
  readonly shownBy: readonly CaseId[];
  readonly today: Day;
  readonly versions: Versions;
};

/** 「版: いま ▾」: look at a version, name one, rename and remove them. */
export const VersionsMenu = ({ caseId, shownBy, today, versions }: VersionsMenuProps) => {
  const [dialog, setDialog] = useState<'name' | 'list' | null>(null);
  const { list, shown, show } = versions;
  const close = (): void => setDialog(null);
  const items: readonly MenuAction[] = [
    { id: NOW, label: 'いま', icon: mark(shown.key === NOW), onAction: () => show(NOW) },
    ...list.map((row) => ({
      id: row.id,
      label: clip(row.name, 30),
      note: versionDate(row),
      icon: mark(shown.key === row.id),
      onAction: () => show(row.id),
    })),
    {
      id: 'name',
      label: 'いまのロードマップに名前をつけて残す…',
      icon: <Tag aria-hidden="true" />,
      startsGroup: true,
      onAction: () => setDialog('name'),
    },
    {
      id: 'list',
      label: '版の名前を変える・削除する…',
      icon: <ListChecks aria-hidden="true" />,
      isDisabled: list.length === 0,
      onAction: () => setDialog('list'),
    },
  ];
  return (
    <>
      <Menu
        items={items}
        label="版"
        trigger={
          <Button
            endIcon={<ChevronDown aria-hidden="true" />}
          >{`版: ${clip(shown.name, 16)}`}</Button>
        }
      />
      {dialog === 'name' && (
        <NameVersionDialog
          caseId={caseId}
          onClose={close}
          shownBy={shownBy}
          taken={list}
          today={today}
        />
      )}
      {dialog === 'list' && <VersionListDialog caseId={caseId} list={list} onClose={close} />}
    </>
  );
};
