import { Pencil } from 'lucide-react';
import { useHeldDrafts, useWorkspace } from '#adapters/store/store.tsx';
import { clip } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Popover } from '#ui/popover.tsx';
import styles from './shell.module.css';

const SHOWN_LETTERS = 60;

/** 下書き: what is typed and in no record yet, with the ways back to it. */
export const DraftList = ({ count }: { readonly count: number }) => {
  const drafts = useHeldDrafts();
  const workspace = useWorkspace();
  return (
    <Popover
      placement="bottom end"
      title="書きかけの入力"
      trigger={
        <Button icon={<Pencil aria-hidden="true" />} size="small" variant="quiet">
          下書き {count}件
        </Button>
      }
    >
      {(close) => (
        <div className={styles.save}>
          <p>
            まだ記録に入っていません。アプリを閉じても、このパソコンに残ります。ほかの入力は保存済みです。
          </p>
          <ul className={styles.drafts}>
            {drafts.map(({ key, label, text, where }) => (
              <li key={key}>
                <p>
                  <b>{label}</b>　{clip(text, SHOWN_LETTERS)}
                </p>
                <p className={styles['draft-ways']}>
                  {where !== '' && (
                    <LinkButton
                      aria-label={`${label}の下書きを開く`}
                      onPress={() => {
                        close();
                        location.hash = where;
                      }}
                    >
                      開く
                    </LinkButton>
                  )}
                  <LinkButton
                    aria-label={`${label}の下書きを破棄`}
                    onPress={() => workspace.drafts.discard(key)}
                    weight="text"
                  >
                    破棄する
                  </LinkButton>
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Popover>
  );
};
