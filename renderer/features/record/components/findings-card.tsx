import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { type Keeping, keepItems } from '#adapters/store/keep-items.tsx';
import { asksReason } from '#shared/domain/meeting/finding-reason.ts';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import {
  FINDING_KIND_NAMES,
  FINDING_KINDS,
  type FindingKind,
  type FindingRow,
  findings as findingRecords,
} from '#shared/domain/meeting/meeting.ts';
import { SENTENCE_LIMIT } from '#shared/domain/record/field.ts';
import { AddField } from '#ui/add-field.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/class-names.ts';
import tones from '#ui/mark-tones.module.css';
import { Menu } from '#ui/menu.tsx';
import { MenuLink } from '#ui/menu-link.tsx';
import { moveItems } from '#ui/move-items.ts';
import { Select } from '#ui/select.tsx';
import { besideRow, notePlaceOf } from '../model.ts';
import type { RecordChain, RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { type ChainWays, FindingTrail } from './chain-trails.tsx';
import { OutOfNote } from './out-of-note.tsx';
import styles from './side-panel.module.css';

type FindingsCardProps = {
  readonly data: RecordData;
  /** What the note links to; undefined while that is not known. */
  readonly held: ReadonlySet<string> | undefined;
  readonly tools: RecordTools;
  readonly ways: ChainWays;
  readonly keeping: Keeping;
};

const KIND_OPTIONS = FINDING_KINDS.map((id) => ({ id, label: FINDING_KIND_NAMES[id] }));

/** 課題・気づき of this meeting, each with a bar and its word. */
export const FindingsCard = ({ data, held, tools, ways, keeping }: FindingsCardProps) => {
  const [kind, setKind] = useState<FindingKind>('issue');
  const name = FINDING_KIND_NAMES[kind];
  return (
    <Card className={styles.card} level={2} title="課題・気づき">
      <ul className={styles.list}>
        {data.findings.map((finding, index) => (
          <Finding
            finding={finding}
            findings={data.findings}
            held={held}
            index={index}
            keeping={keeping}
            key={finding.id}
            chain={data.chain}
            tools={tools}
            ways={ways}
          />
        ))}
      </ul>
      <div className={styles.add}>
        <Select
          isLabelHidden
          label="加えるものの種類"
          onChange={setKind}
          options={KIND_OPTIONS}
          value={kind}
        />
        <AddField
          draftKey={`add.finding.${data.meeting.id}`}
          label={`${name}を加える`}
          maxLength={SENTENCE_LIMIT}
          onAdd={(text) =>
            tools.store(tools.commands.findings.add({ kind, text, meeting: data.meeting.id }))
          }
          placeholder="書いてEnter"
        />
      </div>
    </Card>
  );
};

type FindingProps = Pick<FindingsCardProps, 'held'> & {
  readonly finding: FindingRow;
  /** All of the meeting, among which it moves. */
  readonly findings: readonly FindingRow[];
  readonly index: number;
  readonly chain: RecordChain;
  readonly tools: RecordTools;
  readonly ways: ChainWays;
  readonly keeping: Keeping;
};

const Finding = ({ finding, findings, held, index, chain, tools, ways, keeping }: FindingProps) => {
  const { commands, run, store } = tools;
  const { id, kind, text } = finding;
  const name = FINDING_KIND_NAMES[kind];
  const link: RecordLink = { collection: 'findings', id };
  const moveTo = (to: number) =>
    findings[to] &&
    (() => void run(commands.findings.moveBeside(id, besideRow(findings, index, to))));
  return (
    <li className={cx(styles.finding, tones[FINDING_TONES[kind]])}>
      <Menu
        items={[
          ...KIND_OPTIONS.filter((option) => option.id !== kind).map((option) => ({
            id: option.id,
            label: `${option.label}にする`,
            onAction: () => void run(commands.links.set(link, { kind: option.id })),
          })),
          ...moveItems({ up: moveTo(index - 1), down: moveTo(index + 1), startsGroup: true }),
          ...keepItems(id, keeping),
          {
            id: 'remove',
            label: '削除',
            tone: 'danger',
            startsGroup: true,
            onAction: () => tools.remove(commands.links.remove(link), name, '削除しました'),
          },
        ]}
        label={`${name}の操作`}
        trigger={
          <MenuLink aria-label={`${name}：${text}の操作`} className={styles.kind}>
            {name}
            <ChevronDown aria-hidden="true" />
          </MenuLink>
        }
      />
      <BoundText
        collection={findingRecords}
        field="text"
        label={name}
        row={finding}
        store={(values, burst) => store(commands.links.set(link, values), burst)}
        wraps
      />
      {asksReason(finding) && (
        <span className={styles.said}>
          <BoundText
            collection={findingRecords}
            field="reason"
            label={`${text}の理由`}
            placeholder="理由"
            row={finding}
            store={(values, burst) => store(commands.links.set(link, values), burst)}
            wraps
          />
        </span>
      )}
      {finding.saidBy !== '' && (
        <span className={styles.said}>
          <BoundText
            collection={findingRecords}
            field="saidBy"
            label={`${text}の発言者`}
            row={finding}
            store={(values, burst) => store(commands.links.set(link, values), burst)}
          />
        </span>
      )}
      <FindingTrail chain={chain} finding={finding} ways={ways} />
      <OutOfNote link={link} name={name} place={notePlaceOf(link, finding, held)} tools={tools} />
    </li>
  );
};
