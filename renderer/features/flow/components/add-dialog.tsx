import type { KeyboardEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { isImeKey } from '#ui/ime.ts';
import type { FlowRows } from '../queries.ts';
import { type AddFormProps, useAddForm } from '../use-add-form.ts';
import styles from './add-dialog.module.css';
import { AudienceFields, NumberFields, TimeAndPlaceFields, TitleField } from './add-fields.tsx';
import { AddSupporters } from './add-supporters.tsx';

type AddDialogProps = AddFormProps & {
  readonly rows: Pick<FlowRows, 'organizations' | 'caseSupporters'>;
};

/** A new meeting, in the fields that its kind has. Nothing typed is lost by an error. */
export const AddDialog = ({ rows, ...props }: AddDialogProps) => {
  const { draftKey, request, context } = props;
  const { name, fields, isFilled, isPending, refused, submit, close } = useAddForm(props);
  const { kind } = request;
  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isPending} onPress={close}>
            やめる
          </Button>
          <Button isPending={isPending} onPress={() => void submit()} variant="primary">
            追加する
          </Button>
        </>
      }
      isBusy={isPending}
      isOpen
      isFilled={isFilled}
      onClose={close}
      title={name}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in any field of the form sends it */}
      <div className={styles.form} onKeyDown={(event) => sendOnEnter(event, submit)}>
        {refused !== null && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )}
        <NumberFields context={context} fields={fields} kind={kind} />
        <TitleField fields={fields} kind={kind} />
        <TimeAndPlaceFields context={context} fields={fields} kind={kind} />
        <AddSupporters
          draftKey={`${draftKey}.supporter`}
          meetings={context.meetings}
          onChange={(supporters) => fields.set('supporters', supporters)}
          rows={rows}
          supporters={fields.form.supporters}
        />
        <AudienceFields fields={fields} kind={kind} />
      </div>
    </Dialog>
  );
};

/** Enter in a field sends the form, in a list only with Ctrl: there it chooses. */
const sendOnEnter = (event: KeyboardEvent, send: () => Promise<void>): void => {
  if (event.key !== 'Enter' || isImeKey(event) || event.defaultPrevented) return;
  const isField = event.target instanceof HTMLInputElement && event.target.type === 'text';
  const isList = event.target instanceof HTMLElement && event.target.role === 'combobox';
  if (event.ctrlKey || event.metaKey || (isField && !isList)) {
    event.preventDefault();
    void send();
  }
};
