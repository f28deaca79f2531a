import { type ChannelName, channels, type Input, type Output } from '#shared/ipc/contract.ts';
import { fail, type Problem, type Result } from '#shared/result.ts';
import { isTrustedSender, type SenderFrame } from '../security/trusted-sender.ts';
import { UNEXPECTED } from './unexpected.ts';

/** What does a channel's work: its input has been checked, what it returns goes to the screen. */
export type Handler<Name extends ChannelName> = (
  input: Input<Name>,
) => Result<Output<Name>> | Promise<Result<Output<Name>>>;

export type Call<Name extends ChannelName> = {
  readonly name: Name;
  readonly sender: SenderFrame | null;
  readonly input: unknown;
};

/** What was wrong with a call; `error` is what the handler threw. */
export type Fault =
  | { readonly kind: 'sender' }
  | { readonly kind: 'input' }
  | { readonly kind: 'exception'; readonly error: unknown };

/**
 * Answers one call: checks the sender, then the input, then runs the handler.
 * Never throws; what a problem says holds no path and nothing of the input.
 */
export const answerCall = async <Name extends ChannelName>(
  { name, sender, input }: Call<Name>,
  handler: Handler<Name>,
  onFault: (name: ChannelName, fault: Fault) => void,
): Promise<Result<Output<Name>>> => {
  if (!isTrustedSender(sender)) {
    onFault(name, { kind: 'sender' });
    return fail(REFUSED);
  }
  try {
    const checked = channels[name].input.safeParse(input);
    if (!checked.success) {
      onFault(name, { kind: 'input' });
      return fail(INVALID);
    }
    // The schema of this very channel has just accepted it; the union hides that from the compiler.
    return await handler(checked.data as Input<Name>);
  } catch (error) {
    onFault(name, { kind: 'exception', error });
    return fail(UNEXPECTED);
  }
};

const REFUSED: Problem = {
  code: 'invalid-input',
  happened: '伴走ノートの画面以外からの操作を受け付けませんでした。',
  safe: '保存済みの記録は変わっていません。',
  todo: '心当たりがないときは、アプリを終了して開き直してください。',
};

const INVALID: Problem = {
  code: 'invalid-input',
  happened: '操作の内容を読み取れませんでした。',
  safe: '保存済みの記録は変わっていません。',
  todo: 'もう一度お試しください。続くときは、アプリを開き直してください。',
};
