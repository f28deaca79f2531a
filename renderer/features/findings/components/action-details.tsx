import { type Bound, BoundField } from '#adapters/store/bound-field.tsx';
import { useRun } from '#adapters/store/store.tsx';
import { type actions, FINDING_KIND_NAMES } from '#shared/domain/meeting/meeting.ts';
import { MemberField } from '#ui/member-field.tsx';
import type { ActionLink } from '../chain.ts';
import { useChain } from '../chain-props.ts';
import { findingCommands } from '../commands.ts';
import { dueContext } from '../due.ts';
import styles from './findings-page.module.css';

type ActionDetailsProps = {
  readonly link: ActionLink;
  readonly bound: Bound<typeof actions>;
};

/** What an action is tied to, whom it waits for, and what came of it. */
export const ActionDetails = ({ link, bound }: ActionDetailsProps) => {
  const { caseId, fiscalYear, findings, roadmap } = useChain();
  const run = useRun();
  const { action, answered, items } = link;
  const commands = findingCommands(caseId).actions;
  const answers = answered.map(({ id }) => id);
  const tie = (ids: readonly string[]): void => {
    const named = new Map(
      [...roadmap.options, ...items.map(({ id, name }) => ({ id, label: name }))].map(
        ({ id, label }) => [id, label],
      ),
    );
    const members = ids.map((id) => ({ id, name: named.get(id) ?? '' }));
    void run(commands.tie(roadmap.home, action.id, members));
  };
  return (
    <div className={styles.fields}>
      <MemberField
        className={styles.wide}
        draftKey={`actions.${action.id}.answers`}
        label="こたえる課題"
        members={answered.map(({ id, name }) => ({ id, label: name }))}
        onAdd={(id) => void run(commands.setAnswers(action.id, [...answers, id]))}
        onRemove={(id) =>
          void run(
            commands.setAnswers(
              action.id,
              answers.filter((each) => each !== id),
            ),
          )
        }
        options={findings.map(({ finding }) => ({
          id: finding.id,
          label: finding.text,
          note: FINDING_KIND_NAMES[finding.kind],
        }))}
        placeholder="課題・気づきをさがす"
      />
      <MemberField
        className={styles.wide}
        draftKey={`actions.${action.id}.roadmapItems`}
        label="ロードマップの帯・節目"
        members={items.map(({ id, name }) => ({ id, label: name }))}
        onAdd={(id) => tie([...items.map((item) => item.id), id])}
        onRemove={(id) => tie(items.map((item) => item.id).filter((each) => each !== id))}
        options={roadmap.options}
        placeholder="帯・節目をさがす"
      />
      <BoundField {...bound} field="promisedTo" />
      <BoundField {...bound} field="waitingFor" />
      <BoundField
        {...bound}
        context={dueContext(fiscalYear)}
        field="resultOn"
        placeholder="R5.3.31"
      />
      <div className={styles.wide}>
        <BoundField {...bound} field="result" />
      </div>
    </div>
  );
};
