import { useMemo, useRef, useState } from 'react';
import { useLive, useRun, useWorkspace } from '#adapters/store/store.tsx';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import { yearWords } from '#shared/domain/chain/case-years.ts';
import { type CaseId, NO_ID, randomId } from '#shared/domain/record/ids.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { fromHere } from '#ui/from-here.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { emptyCaseForm } from '../case-form.ts';
import { createCaseCommand } from '../commands.ts';
import { focusFirstError } from '../focus-first-error.ts';
import { takingRows } from '../queries.ts';
import { offerIn, takingOf } from '../taking.ts';
import { useCaseForm } from '../use-case-form.ts';
import { CaseFormFields } from './case-form-fields.tsx';
import styles from './new-case-page.module.css';
import { TakingFields } from './taking-fields.tsx';

type NewCasePageProps = {
  readonly today: Day;
  /** Code of the user's prefecture (01–47), or ''. */
  readonly prefecture: string;
  /** The user's section: a new case is theirs unless they say otherwise. */
  readonly section: string;
  /** Fiscal year to begin with; default today's. */
  readonly fiscalYear?: number | undefined;
  readonly onCreated: (id: CaseId) => void;
  readonly onCancel: () => void;
};

/** 案件をつくる */
export const NewCasePage = ({
  today,
  prefecture,
  section,
  fiscalYear,
  onCreated,
  onCancel,
}: NewCasePageProps) => {
  const thisYear = fiscalYearOf(today);
  const [start] = useState(() => emptyCaseForm(fiscalYear ?? thisYear, section));
  const [isSaving, setIsSaving] = useState(false);
  const state = useCaseForm(start, thisYear);
  const fields = useRef<HTMLDivElement>(null);
  const run = useRun();
  const workspace = useWorkspace();

  const { continuesCase } = state.form;
  const rows = useLive(useMemo(() => takingRows(continuesCase, NO_ID), [continuesCase]));
  // The answer for another case before stays a moment.
  const isHere = rows.state === 'ready' && rows.value?.before.case.id === continuesCase;
  const before = isHere ? rows.value : undefined;

  const submit = async () => {
    const values = state.read();
    if (values === undefined) {
      focusFirstError(fields);
      return;
    }
    setIsSaving(true);
    const leadOn = fromHere();
    // Asked for once more: Enter may come before the answer for the case that was chosen just now.
    const found = await workspace.ask(takingRows(continuesCase, NO_ID));
    const taking = takingOf(found, state.form, today);
    const result = await run(createCaseCommand(randomId<CaseId>(), values, taking));
    setIsSaving(false);
    if (!result.ok) return;
    state.reset();
    leadOn(() => onCreated(result.value));
  };

  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: '案件', onPress: onCancel }]}
          subtitle="あとから直せます"
          title="案件をつくる"
        />
      }
    >
      <PageBody>
        <Card className={styles.card}>
          <div ref={fields}>
            <CaseFormFields
              autoFocus
              prefecture={prefecture}
              state={state}
              taking={
                before && (
                  <TakingFields
                    offer={offerIn(before, state.form)}
                    onChange={state.change}
                    value={state.form}
                    year={yearWords(before.before.case)}
                  />
                )
              }
            />
          </div>
          <div className={styles.actions}>
            <Button
              onPress={() => {
                state.reset();
                onCancel();
              }}
            >
              やめる
            </Button>
            <Button isPending={isSaving} onPress={() => void submit()} variant="primary">
              案件をつくる
            </Button>
          </div>
        </Card>
      </PageBody>
    </Page>
  );
};
