import { useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import {
  LANE_FOLLOWS,
  LANE_FOLLOWS_NAMES,
  type LaneFollows,
} from '#shared/domain/roadmap/collections.ts';
import { type GroupId, type Lane, LOST_GROUP, type Roadmap } from '#shared/domain/roadmap/model.ts';
import { problemWords } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { addLaneCommand } from '../commands.ts';
import { changeLaneCommand } from '../lane-commands.ts';
import styles from './menus.module.css';

type LaneDialogProps = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  /** The lane to change; absent, a new one is added. */
  readonly lane?: (Lane & { readonly follows: LaneFollows }) | undefined;
  /** Where a new one goes. */
  readonly place?: { readonly group: GroupId; readonly index?: number } | undefined;
  readonly onClose: () => void;
};

type LaneForm = {
  readonly name: string;
  readonly group: GroupId | null;
  readonly follows: LaneFollows;
};

const FOLLOWS = LANE_FOLLOWS.map((id) => ({ id, label: LANE_FOLLOWS_NAMES[id] }));

/** A lane's name, group, and what of the ladder it shows. Mount it to open it. */
export const LaneDialog = ({ caseId, roadmap, lane, place, onClose }: LaneDialogProps) => {
  const workspace = useWorkspace();
  const groups = roadmap.groups.filter(({ id }) => id !== LOST_GROUP);
  const title = lane === undefined ? '取組みを追加' : '取組みの名前と表示';
  const draft = useDraftForm<LaneForm>(`lane.${lane?.id ?? `new.${caseId}`}`, title, {
    name: lane?.name ?? '',
    group: lane?.group ?? place?.group ?? groups[0]?.id ?? null,
    follows: lane?.follows ?? 'nothing',
  });
  const { name, group, follows } = draft.values;
  const [error, setError] = useState<string>();

  const close = (): void => {
    draft.reset();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (group === null) return;
    const index = place?.group === group ? place.index : undefined;
    const done = await workspace.run<unknown>(
      lane === undefined
        ? addLaneCommand(caseId, { group, name, follows, ...(index !== undefined && { index }) })
        : changeLaneCommand(caseId, lane, { name, group, follows }),
    );
    if (done.ok) close();
    else setError(problemWords(done.error));
  };

  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>やめる</Button>
          <Button isDisabled={group === null} onPress={() => void save()} variant="primary">
            {lane === undefined ? '追加する' : '変更する'}
          </Button>
        </>
      }
      isOpen
      isFilled={draft.isFilled}
      onClose={close}
      size="small"
      title={title}
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          error={error}
          isRequired
          label="取組みの名前"
          maxLength={NAME_LIMIT}
          onChange={(text) => {
            draft.set({ name: text });
            setError(undefined);
          }}
          onEnter={() => void save()}
          placeholder="通所型サービスC"
          value={name}
        />
        <Select
          label="分野"
          onChange={(chosen) => draft.set({ group: chosen })}
          options={groups.map(({ id, name: label }) => ({ id, label }))}
          value={group}
        />
        <Select
          description="支援の流れの会合を、節目（◆）として出します。日付は会合に連動します。"
          label="支援の流れからの表示"
          onChange={(chosen) => draft.set({ follows: chosen })}
          options={FOLLOWS}
          value={follows}
        />
      </div>
    </Dialog>
  );
};
