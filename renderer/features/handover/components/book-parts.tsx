import { memo, useCallback } from 'react';
import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { type BookPart, bookOf, bookSteps } from '#shared/domain/handover/book.ts';
import { titleOfBook } from '#shared/domain/handover/book-table.ts';
import { groupsOf } from '#shared/domain/handover/groups.ts';
import type { BookRows } from '#shared/domain/handover/rows.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { isBlank } from '#shared/domain/record/row-values.ts';
import { quote } from '#shared/text/typed.ts';
import { PageBody } from '#ui/app-frame.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { useFocusKept } from '#ui/use-focus-kept.ts';
import { useInSlices } from '#ui/use-in-slices.ts';
import { type BookHome, bookCommands, homeOf } from '../commands.ts';
import { BookViewChoice, type BookViewProps } from './book-view.tsx';
import styles from './handover.module.css';
import { SignCard } from './sign-card.tsx';

type BookPartsProps = BookViewProps & {
  readonly caseId: CaseId | null;
  readonly rows: BookRows;
  /** The case's own page. */
  readonly onOpenCase: (caseId: CaseId) => void;
};

/** A 引継書 section by section: the draft, or what somebody wrote in its place. */
export const BookParts = (props: BookPartsProps) =>
  props.caseId === null ? <OfficeParts {...props} /> : <CaseParts {...props} />;

const CaseParts = (props: BookPartsProps) => (
  <PartsView {...props} isWhole parts={bookOf('case', props.rows)} />
);

/** That of a whole office is drafted between the frames. */
const OfficeParts = (props: BookPartsProps) => {
  const { rows } = props;
  const { pieces, isWhole } = useInSlices(useCallback(() => bookSteps('office', rows), [rows]));
  return <PartsView {...props} isWhole={isWhole} parts={pieces} />;
};

type PartsViewProps = BookPartsProps & {
  readonly parts: readonly BookPart[];
  /** None is still to come. */
  readonly isWhole: boolean;
};

const PartsView = ({ caseId, rows, onOpenCase, parts, isWhole, ...view }: PartsViewProps) => {
  const kind = caseId === null ? 'office' : 'case';
  const home = homeOf(caseId);
  const changed = parts.filter(({ since }) => since !== null).length;
  return (
    <PageBody>
      <div className={styles.tools}>
        <h2 className={styles.bookTitle}>{titleOfBook(kind, rows)}</h2>
        {changed > 0 && <Badge tone="warning">{`要確認 ${changed}件`}</Badge>}
        {caseId !== null && <LinkButton onPress={() => onOpenCase(caseId)}>案件を開く</LinkButton>}
        <div className={styles.acts}>
          <BookViewChoice {...view} />
        </div>
      </div>
      <div className={styles.parts}>
        {parts.map((part) => (
          <Part home={home} key={part.id} part={part} />
        ))}
        {isWhole ? <SignCard caseId={caseId} rows={rows} /> : <Loading />}
      </div>
    </PageBody>
  );
};

const Part = ({ part, home }: { readonly part: BookPart; readonly home: BookHome }) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const commands = bookCommands(home);
  const { name, isEdited, since, text } = part;
  const place = useFocusKept<HTMLDivElement>(`${isEdited} ${since === null}`);
  const drop = async (): Promise<void> => {
    const dropped = await run(commands.drop(part));
    if (dropped.ok) undoToast(`${quote(name)}を下書きに戻しました。`);
  };
  return (
    <div ref={place} tabIndex={-1}>
      <Card
        actions={
          isEdited ? (
            <Button
              key="drop"
              aria-label={`${name}を下書きに戻す`}
              onPress={() => void drop()}
              size="small"
            >
              下書きに戻す
            </Button>
          ) : (
            <Button
              key="write"
              aria-label={`${name}を書き直す`}
              onPress={() => void run(commands.write(part))}
              size="small"
            >
              書き直す
            </Button>
          )
        }
        note={isEdited ? '書き直した文' : '記録からの下書き'}
        title={name}
      >
        <div className={styles.texts}>
          {since !== null && (
            <Notice
              actions={
                <>
                  <Button
                    aria-label={`${name}を確かめた`}
                    onPress={() => void run(commands.confirm(part))}
                    size="small"
                  >
                    確かめた
                  </Button>
                  <Button
                    aria-label={`${name}をいまの記録で書き直す`}
                    onPress={() => void run(commands.write(part))}
                    size="small"
                  >
                    いまの記録で書き直す
                  </Button>
                </>
              }
              happened="要確認：書いたあとで、もとの記録が変わりました。"
              tone="warning"
            >
              <Lines label="加わったこと" lines={since.added} />
              <Lines label="なくなったこと" lines={since.gone} />
            </Notice>
          )}
          {isEdited ? (
            <div data-comes>
              <LongTextArea
                collection={home.parts}
                document={home.document}
                field="text"
                id={part.id}
                label={`${name}の本文`}
                maxRows={40}
                minRows={3}
                undoLabel={`引継書の${quote(name)}を入力`}
                value={text}
              />
            </div>
          ) : (
            <Draft text={text} />
          )}
        </div>
      </Card>
    </div>
  );
};

/** Drawn anew only where the records say something else. */
const Draft = memo(({ text }: { readonly text: string }) =>
  isBlank(text) ? (
    <p className={styles.quiet}>もとになる記録はまだありません。</p>
  ) : (
    <div className={styles.draft}>
      {groupsOf(text).map(({ head, lines }) => (
        <p key={`${head} ${lines.join(' ')}`}>
          {head !== '' && <strong>{`${head}\n`}</strong>}
          {lines.join('\n')}
        </p>
      ))}
    </div>
  ),
);

const Lines = ({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <div className={styles.since}>
      <p>{label}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
