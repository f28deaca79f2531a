import { folderOf } from '#shared/documents/document-id.ts';
import { Badge } from '#ui/badge.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PeekPanel, PeekSection } from '#ui/peek-panel.tsx';
import { damageWords, type FileLine } from '../model.ts';
import styles from './log-files.module.css';

type FilePeekProps = { readonly line: FileLine; readonly onClose: () => void };

/** One file: its place, its head, what could not be read, and what of that is made good. */
export const FilePeek = ({ line, onClose }: FilePeekProps) => {
  const { file, checked, document, owner, size, state } = line;
  const head = checked?.kind === 'check' ? checked.check.head : file.head;
  const items = [
    { id: 'name', label: 'ファイル', value: `${folderOf(file.document)}/${file.source}.log` },
    { id: 'size', label: '大きさ', value: size === '' ? '不明' : `${size}（${file.size} バイト）` },
    { id: 'seq', label: '編集の数', value: head.seq.toLocaleString('ja-JP') },
    { id: 'generation', label: '書き直した回数', value: `${head.generation}` },
    { id: 'hash', label: '終わりのしるし', value: head.hash },
    { id: 'device', label: 'パソコンの番号', value: file.device },
  ];
  return (
    <PeekPanel kicker={owner} onClose={onClose} title={document}>
      <PeekSection>
        <DescriptionList items={items} labelWidth={110} />
      </PeekSection>
      {checked === undefined && <Loading label="ファイルを読んでいます" />}
      {checked?.kind === 'failed' && <Notice {...checked.problem} tone="danger" />}
      {checked?.kind === 'check' && (
        <PeekSection title="調べた結果">
          <Badge tone={state.tone}>{state.words}</Badge>
          {checked.check.damage.length > 0 && (
            <ul className={styles.damage}>
              {checked.check.damage.map((damage) => (
                <li key={damageWords(damage)}>
                  {damageWords(damage)}
                  {damage.kind !== 'torn-tail' && (
                    <span className={styles.quiet}>
                      {checked.check.open.includes(damage)
                        ? '：補えていません'
                        : '：全体の控えで補われています'}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </PeekSection>
      )}
    </PeekPanel>
  );
};
