import type { Copied } from '#adapters/table-source/table-source.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { assertNever } from '#shared/result.ts';
import { AddGroupDialog } from '../menus/group-menu.tsx';
import { LaneDialog } from '../menus/lane-dialog.tsx';
import { PasteDialog } from '../paste/paste-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

/** The windows that the page opens by itself; a table may have been pasted already. */
export type RoadmapDialog =
  | { readonly kind: 'lane' | 'group' | 'settings' }
  | { readonly kind: 'paste'; readonly copied: Copied | null };

type DialogsProps = {
  readonly dialog: RoadmapDialog;
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  readonly fiscalYear: FiscalYear | null;
  readonly onClose: () => void;
};

export const Dialogs = ({ dialog, caseId, roadmap, fiscalYear, onClose }: DialogsProps) => {
  const shared = { caseId, roadmap, onClose };
  switch (dialog.kind) {
    case 'lane':
      return <LaneDialog {...shared} />;
    case 'group':
      return <AddGroupDialog caseId={caseId} onClose={onClose} />;
    case 'settings':
      return <SettingsDialog {...shared} fiscalYear={fiscalYear} />;
    case 'paste':
      return <PasteDialog {...shared} fiscalYear={fiscalYear} copied={dialog.copied} />;
    default:
      return assertNever(dialog);
  }
};
