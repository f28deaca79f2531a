import { EllipsisVertical, Plus, Trash2 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { keepItems } from '#adapters/store/keep-items.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { actionNote, isUnfinished } from '#shared/domain/meeting/action.ts';
import { asksReason } from '#shared/domain/meeting/finding-reason.ts';
import {
  FINDING_KIND_NAMES,
  FINDING_KINDS,
  findings as findingRecords,
} from '#shared/domain/meeting/meeting.ts';
import { SENTENCE_LIMIT } from '#shared/domain/record/field.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { AddField } from '#ui/add-field.tsx';
import { cx } from '#ui/class-names.ts';
import { historyItem } from '#ui/history-item.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { LinkTrail } from '#ui/link-trail.tsx';
import { MemberField } from '#ui/member-field.tsx';
import { moveItems } from '#ui/move-items.ts';
import type { FindingLink } from '../chain.ts';
import { type Around, useChain } from '../chain-props.ts';
import { findingCommands } from '../commands.ts';
import type { FindingLine as Line } from '../lines.ts';
import { movesTo } from '../model.ts';
import { useMarkedInSight } from '../use-marked.ts';
import styles from './findings-page.module.css';

type FindingLineProps = {
  readonly caseId: CaseId;
  readonly line: Line;
  readonly around: Around;
};

/** Which line stands open below a finding. */
type Open = 'answer' | 'themes' | undefined;

/** A finding, where it was born, and what answers it. */
export const FindingLine = memo(({ caseId, line, around }: FindingLineProps) => {
  const { link, place, neighbours, marked } = line;
  const { finding, answers, themes } = link;
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const [open, setOpen] = useState<Open>();
  const word = FINDING_KIND_NAMES[finding.kind];
  const commands = findingCommands(caseId);
  const row = useRef<HTMLLIElement>(null);
  useMarkedInSight(row, marked, around);
  const remove = async () => {
    const removed = await run(commands.findings.remove(finding.id));
    if (!removed.ok) return;
    undoToast(`${word}を削除しました。`);
  };
  return (
    <li
      className={cx(styles.line, marked !== undefined && styles.marked)}
      data-record={finding.id}
      ref={row}
      tabIndex={-1}
    >
      <div className={styles.body}>
        <BoundText
          collection={findingRecords}
          field="text"
          label={word}
          row={finding}
          store={(values, burst) => store(commands.findings.set(finding.id, values), burst)}
          wraps
        />
        {asksReason(finding) && (
          <div className={styles.result}>
            <span aria-hidden="true" className={styles.word}>
              {findingRecords.fields.reason.name}
            </span>
            <BoundText
              collection={findingRecords}
              field="reason"
              label={`「${finding.text}」の理由`}
              row={finding}
              store={(values, burst) => store(commands.findings.set(finding.id, values), burst)}
              wraps
            />
          </div>
        )}
        <div className={styles.meta}>
          {place === undefined ? (
            <span>案件全体</span>
          ) : (
            <LinkButton
              aria-label={`${place.short}（${place.long}）を開く`}
              onPress={() => around.current.onOpenMeeting(place.id)}
              weight="text"
            >
              {place.short}
            </LinkButton>
          )}
          {themes.map(({ id, name }) => (
            <span key={id}>#{name}</span>
          ))}
          <LinkButton
            aria-expanded={open === 'answer'}
            aria-label={`「${finding.text}」への対応を加える`}
            icon={<Plus aria-hidden="true" />}
            onPress={() => setOpen(open === 'answer' ? undefined : 'answer')}
            weight="text"
          >
            対応
          </LinkButton>
          {finding.source !== '' && <span>出典: {finding.source}</span>}
        </div>
        <div className={styles.trails}>
          <LinkTrail
            label="対応"
            links={answers.map((action) => ({
              id: action.id,
              words: action.text,
              note: actionNote(action),
              isDone: !isUnfinished(action),
              onPress: () => around.current.onGoTo(action.id),
            }))}
          />
          {open === 'answer' && (
            <Opened onClose={() => setOpen(undefined)}>
              <AddField
                draftKey={`add.answer.${finding.id}`}
                label={`「${finding.text}」への対応`}
                maxLength={SENTENCE_LIMIT}
                onAdd={(text) => store(commands.actions.answer(finding.id, text))}
                placeholder="することを書いてEnter"
              />
            </Opened>
          )}
          {open === 'themes' && (
            <Opened onClose={() => setOpen(undefined)}>
              <ThemesField caseId={caseId} link={link} />
            </Opened>
          )}
        </div>
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={() => [
          ...FINDING_KINDS.map((kind) => ({
            id: kind,
            label: `「${FINDING_KIND_NAMES[kind]}」にする`,
            isDisabled: kind === finding.kind,
            onAction: () => void run(commands.findings.set(finding.id, { kind })),
          })),
          {
            id: 'themes',
            label: 'テーマをつける',
            startsGroup: true,
            onAction: () => setOpen('themes'),
          },
          ...moveItems({
            ...movesTo(neighbours, (beside) => {
              void run(commands.findings.moveBeside(finding.id, beside));
            }),
            startsGroup: true,
          }),
          ...keepItems(finding.id, around.current.keeping),
          historyItem(() => around.current.onOpenHistory(finding.id)),
          {
            id: 'remove',
            label: '削除',
            icon: <Trash2 aria-hidden="true" />,
            tone: 'danger' as const,
            startsGroup: true,
            onAction: () => void remove(),
          },
        ]}
        label={`「${finding.text}」の操作`}
      />
    </li>
  );
});

type OpenedProps = { readonly children: React.ReactNode; readonly onClose: () => void };

/** What opens below a line: its first input has the focus, and Escape closes it. */
const Opened = ({ children, onClose }: OpenedProps) => {
  const isFocused = useRef(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the Escape that its input leaves over
    <div
      className={styles.opened}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) {
          onClose();
        }
      }}
      ref={(box) => {
        if (box === null || isFocused.current) return;
        isFocused.current = true;
        box.querySelector('input')?.focus();
      }}
    >
      {children}
    </div>
  );
};

type ThemesFieldProps = { readonly caseId: CaseId; readonly link: FindingLink };

const ThemesField = ({ caseId, link }: ThemesFieldProps) => {
  const { themes } = useChain();
  const run = useRun();
  const names = link.themes.map(({ name }) => name);
  const set = (next: readonly string[]) =>
    void run(findingCommands(caseId).findings.setThemes(link.finding.id, next));
  return (
    <MemberField
      draftKey={`findings.${link.finding.id}.themes`}
      label="テーマ"
      members={names.map((name) => ({ id: name, label: name }))}
      onAdd={(name) => set([...names, name])}
      onCreate={(name) => set([...names, name])}
      onRemove={(name) => set(names.filter((each) => each !== name))}
      options={themes.map(({ name }) => ({ id: name, label: name }))}
    />
  );
};
