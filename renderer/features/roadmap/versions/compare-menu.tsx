import { ChevronDown } from 'lucide-react';
import { clip } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { Menu, type MenuAction } from '#ui/menu.tsx';
import { mark } from './menu-mark.tsx';
import type { Versions } from './use-versions.ts';
import { NOW, versionDate } from './versions-model.ts';

type CompareMenuProps = { readonly versions: Versions };

/** 「くらべる: 第2回支援前 ▾」: with any other version, or with now while a version is shown. */
export const CompareMenu = ({ versions }: CompareMenuProps) => {
  const { list, shown, compared, compare } = versions;
  const others = list.filter(({ id }) => id !== shown.key);
  const items: readonly MenuAction[] = [
    {
      id: 'none',
      label: 'くらべない',
      icon: mark(compared === null),
      onAction: () => compare(null),
    },
    ...(shown.key === NOW
      ? []
      : [
          {
            id: NOW,
            label: 'いま',
            icon: mark(compared?.key === NOW),
            onAction: () => compare(NOW),
          },
        ]),
    ...others.map((row) => ({
      id: row.id,
      label: clip(row.name, 30),
      note: versionDate(row),
      icon: mark(compared?.key === row.id),
      onAction: () => compare(row.id),
    })),
  ];
  return (
    <Menu
      items={items}
      label="くらべる版"
      trigger={
        <Button endIcon={<ChevronDown aria-hidden="true" />} isDisabled={list.length === 0}>
          {compared === null ? 'くらべる' : `くらべる: ${clip(compared.name, 16)}`}
        </Button>
      }
    />
  );
};
