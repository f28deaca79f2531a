import { FileOutput } from 'lucide-react';
import { memo, useDeferredValue, useRef, useState } from 'react';
import { type BansoWorker, createBansoWorker } from '#adapters/banso-file/in-worker.ts';
import { makeHandOver } from '#adapters/banso-file/make.ts';
import { invoke } from '#adapters/host/host.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { BansoSource } from '#data/banso-file/banso-source.ts';
import {
  BANSO_EXTENTS,
  BANSO_VARIANTS,
  type BansoExtent,
  type BansoVariant,
} from '#shared/banso-file/manifest.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import type { BansoMadeAnswer } from '#shared/ipc/banso.ts';
import type { Result } from '#shared/result.ts';
import { sizeWords, timeWords } from '#shared/text/clock-and-size.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PassphraseDialog } from '#ui/passphrase-dialog.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { showToast } from '#ui/toast-queue.ts';
import {
  casesTogether,
  EXTENT_NAMES,
  OFFICE_TITLE,
  proposedName,
  staysWords,
  VARIANT_NAMES,
} from '../model.ts';
import type { HandedCase } from '../queries.ts';
import { useLeftOut } from '../use-left-out.ts';
import styles from './banso-page.module.css';
import { WorkBar } from './work-bar.tsx';

export type MakeCardProps = {
  readonly source: BansoSource;
  readonly userName: string;
  readonly cases: readonly HandedCase[];
  readonly isBusy: boolean;
  readonly onResult: (result: Result<unknown>) => void;
};

const COLUMNS: readonly TableColumn<HandedCase>[] = [
  { id: 'title', label: '案件', cell: ({ title }) => title },
  { id: 'owner', label: '担当', width: '260px', cell: ({ owner }) => owner },
];

/** 引継ぎファイルをつくる: which cases, for whom, and with what. */
export const MakeCard = ({ source, userName, cases, isBusy, onResult }: MakeCardProps) => {
  const workspace = useWorkspace();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [variant, setVariant] = useState<BansoVariant>('office');
  const [extent, setExtent] = useState<BansoExtent>('history');
  const [withAttachments, setWithAttachments] = useState(true);
  const [isSealed, setIsSealed] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const worker = useRef<BansoWorker>(undefined);
  const chosen = cases.filter(({ document }) => !left.has(document));
  // Rows that come are drawn between the frames, not within one.
  const listed = useDeferredValue(cases);

  const asked = variant === 'municipalities' && !isMaking ? chosen : [];
  const leftOut = useLeftOut(source, asked.map(({ document }) => document).join(' '));

  const make = async (passphrase: string): Promise<Result<unknown>> => {
    setIsMaking(true);
    await workspace.flush();
    const maker = createBansoWorker();
    worker.current = maker;
    const office = { document: OFFICE, title: OFFICE_TITLE };
    const made = await makeHandOver(source, maker, {
      ...{ variant, extent, withAttachments, passphrase },
      name: proposedName(
        userName,
        chosen.map(({ title }) => title),
      ),
      head: { variant: VARIANT_NAMES[variant], when: timeWords(Date.now()), by: userName },
      together: casesTogether(chosen),
      documents: [...(variant === 'office' ? [office] : []), ...chosen],
    });
    maker.stop();
    setIsMaking(false);
    onResult(made);
    if (made.ok) tell(made.value);
    return made;
  };

  return (
    <Card
      actions={
        <Button
          icon={<FileOutput aria-hidden="true" />}
          isDisabled={chosen.length === 0 || (isBusy && !isMaking)}
          isPending={isMaking}
          onPress={() => (isSealed ? setIsAsking(true) : void make(''))}
          variant="primary"
        >
          引継ぎファイルをつくる…
        </Button>
      }
      note={cases.length === 0 ? undefined : `${chosen.length} / ${cases.length}件`}
      title="引継ぎファイルをつくる"
    >
      {isAsking && (
        <PassphraseDialog
          action="引継ぎファイルをつくる…"
          isNew
          note="合言葉は、ファイルとは別に伝えてください。"
          onClose={() => setIsAsking(false)}
          onPassphrase={make}
          title="引継ぎファイルに合言葉をかける"
        />
      )}
      <div className={styles.parts}>
        <p className={styles.quiet}>
          選んだ案件の記録を、一つのファイルにまとめます。後任の人が伴走ノートで開くと、続きから書けます。
        </p>
        {isMaking && (
          <WorkBar
            label="引継ぎファイルをつくっています。"
            onCancel={() => {
              worker.current?.stop();
              void invoke('cancelBanso', undefined);
            }}
          />
        )}
        {cases.length === 0 ? (
          <EmptyState title="引き継ぐ案件がまだありません">
            案件をつくると、ここで選べるようになります。
          </EmptyState>
        ) : (
          <>
            <CaseChoice cases={listed} left={left} onLeave={setLeft} />
            <div className={styles.choices}>
              <RadioGroup<BansoVariant>
                label="渡す相手"
                onChange={setVariant}
                options={BANSO_VARIANTS.map((id) => ({ id, label: VARIANT_NAMES[id] }))}
                value={variant}
              />
              {variant === 'office' && (
                <RadioGroup<BansoExtent>
                  label="入れる内容"
                  onChange={setExtent}
                  options={BANSO_EXTENTS.map((id) => ({ id, label: EXTENT_NAMES[id] }))}
                  value={extent}
                />
              )}
            </div>
            <Checkbox isSelected={withAttachments} onChange={setWithAttachments}>
              添付ファイルも入れる
            </Checkbox>
            <Checkbox isSelected={isSealed} onChange={setIsSealed}>
              合言葉をかける
            </Checkbox>
            {asked.length > 0 && <p role="status">{staysWords(leftOut)}</p>}
            <p className={styles.quiet}>
              {variant === 'office'
                ? '人・機関、テーマ、ノウハウもいっしょに入ります。連絡先が入るので、取り扱いに気をつけてください。'
                : '課内の項目、連絡先、住民など個人の名前、前の内容は入りません。文章の中に書いた名前は残るので、渡す前に確かめてください。'}
            </p>
          </>
        )}
      </div>
    </Card>
  );
};

type CaseChoiceProps = {
  readonly cases: readonly HandedCase[];
  /** Those that are not handed over. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
};

/** Which cases; hundreds of lines, which nothing else on the card has drawn anew. */
const CaseChoice = memo(({ cases, left, onLeave }: CaseChoiceProps) => {
  const documents = cases.map(({ document }) => document);
  return (
    <div className={styles.lines}>
      <DataTable
        chosen={new Set(documents.filter((document) => !left.has(document)))}
        columns={COLUMNS}
        isLong
        label="引き継ぐ案件"
        onChoose={(now) => onLeave(new Set(documents.filter((document) => !now.has(document))))}
        rowId={({ document }) => document}
        rows={cases}
        rowText={({ title }) => title}
      />
    </div>
  );
});

const tell = (made: BansoMadeAnswer): void => {
  if (made.kind === 'cancelled') return;
  const missing =
    made.missing === 0
      ? ''
      : `見つからない添付ファイル${made.missing.toLocaleString('ja-JP')}件は入っていません。`;
  showToast(
    `引継ぎファイルをつくり、読み直して確かめました（${sizeWords(made.bytes)}）。${missing}`,
  );
};
