import type { Moment } from '#adapters/history/use-history.ts';
import type { FieldChange, RecordChange } from '#shared/domain/history/entry.ts';
import { diffTexts } from '#shared/text/diff-texts.ts';
import { clip } from '#shared/text/limits.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { PeekSection } from '#ui/peek-panel.tsx';
import { changedField, EMPTY, FATE_WORDS, isProse, recordWords } from '../model.ts';
import { DiffText } from './diff-text.tsx';
import styles from './entry-peek.module.css';

type RecordSectionProps = {
  readonly change: RecordChange;
  readonly isErased: boolean;
  readonly onRestore: (side: Moment['side'], field?: FieldChange) => void;
  /** The note of then beside today's. */
  readonly onCompare: () => void;
  readonly onOpen: () => void;
};

/** What an edit did to one record. */
export const RecordSection = ({
  change,
  isErased,
  onRestore,
  onCompare,
  onOpen,
}: RecordSectionProps) => {
  const { fate, fields, parentName } = change;
  const name = recordWords(change);
  const hadBefore = fate !== 'made' && fate !== 'taken-back';
  const hasAfter = fate !== 'binned' && fate !== 'emptied';
  return (
    <PeekSection
      actions={
        hasAfter && (
          <LinkButton aria-label={`${name}を開く`} onPress={onOpen} weight="text">
            開く
          </LinkButton>
        )
      }
      title={`${name}を${FATE_WORDS[fate]}`}
    >
      {parentName !== '' && <p className={styles.quiet}>{parentName}</p>}
      {fields.length === 0 && fate === 'changed' && (
        <p className={styles.quiet}>順番や表示だけの変更です。</p>
      )}
      <dl className={styles.fields}>
        {fields.map((field) => (
          <Field
            change={change}
            field={field}
            key={field.field}
            onCompare={onCompare}
            onRestore={(side) => onRestore(side, field)}
          />
        ))}
      </dl>
      {!isErased && (
        <div className={styles.ways}>
          {hadBefore && (
            <LinkButton
              aria-label={`${name}をこの変更の前に戻す`}
              onPress={() => onRestore('before')}
            >
              この変更の前に戻す
            </LinkButton>
          )}
          {hasAfter && (
            <LinkButton aria-label={`${name}をこの時点に戻す`} onPress={() => onRestore('behind')}>
              この時点に戻す
            </LinkButton>
          )}
        </div>
      )}
    </PeekSection>
  );
};

type FieldProps = {
  readonly change: RecordChange;
  readonly field: FieldChange;
  readonly onRestore: (side: Moment['side']) => void;
  readonly onCompare: () => void;
};

const Field = ({ change, field, onRestore, onCompare }: FieldProps) => {
  const name = changedField(change, field);
  const { before, after, isErased, isOverruled } = field;
  const isLaidOver = isProse(change, field) && before.words !== '' && after.words !== '';
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.said}>
        {isErased && <p className={styles.quiet}>消去済み</p>}
        {!isErased && isLaidOver && (
          <>
            <DiffText parts={diffTexts(before.words, after.words)} shortens />
            {before.words === after.words && <p className={styles.quiet}>書式だけの変更です。</p>}
            <Ways name={name} onRestore={onRestore} />
          </>
        )}
        {!isErased && !isLaidOver && (
          <>
            {change.fate !== 'made' && (
              <Said
                isBefore
                name={name}
                onRestore={() => onRestore('before')}
                words={before.words}
              />
            )}
            <Said
              isBefore={false}
              name={name}
              onRestore={change.fate === 'made' ? undefined : () => onRestore('behind')}
              words={after.words}
            />
          </>
        )}
        {isOverruled && (
          <p className={styles.quiet}>
            ほかのパソコンで同じころに書かれた内容が表示に使われました。
          </p>
        )}
        {field.field === 'note' && !isErased && (
          <LinkButton onPress={onCompare}>いまの本文と並べて見る</LinkButton>
        )}
      </dd>
    </>
  );
};

const Ways = ({
  name,
  onRestore,
}: {
  readonly name: string;
  readonly onRestore: (side: Moment['side']) => void;
}) => (
  <div className={styles.ways}>
    <LinkButton
      aria-label={`${name}を変更前に戻す`}
      onPress={() => onRestore('before')}
      weight="text"
    >
      変更前に戻す
    </LinkButton>
    <LinkButton
      aria-label={`${name}をこの時点に戻す`}
      onPress={() => onRestore('behind')}
      weight="text"
    >
      この時点に戻す
    </LinkButton>
  </div>
);

type SaidProps = {
  readonly name: string;
  readonly words: string;
  readonly isBefore: boolean;
  readonly onRestore: (() => void) | undefined;
};

const Said = ({ name, words, isBefore, onRestore }: SaidProps) => (
  <div className={isBefore ? styles.before : styles.after}>
    <span className={styles.side}>{isBefore ? '前' : '後'}</span>
    <span className={styles.value}>{words.trim() === '' ? EMPTY : words}</span>
    {onRestore !== undefined && (
      <LinkButton
        aria-label={`${name}をこれに戻す：${words.trim() === '' ? EMPTY : clip(words, 40)}`}
        onPress={onRestore}
        weight="text"
      >
        これに戻す
      </LinkButton>
    )}
  </div>
);
