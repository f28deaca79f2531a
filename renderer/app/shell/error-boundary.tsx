import { Component, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './full-page.module.css';

type Props = {
  readonly children: ReactNode;
  /** What stands inside: something else may work. Without a key of its own, what works is kept when this changes. */
  readonly of?: string;
  /** Goes back to a page that works; without it the window is loaded again. */
  readonly onReset?: (() => void) | undefined;
};
type State = { readonly failed: boolean; readonly of?: string | undefined };

/** Catches what a screen throws: the records are safe in the logs, and the screen can be opened again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, of: this.props.of };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { failed: false, of };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Broken
        onReopen={() => {
          if (this.props.onReset === undefined) return window.location.reload();
          this.setState({ failed: false });
          this.props.onReset();
        }}
      />
    );
  }
}

/** What stands in the place of a screen that has failed. */
export const Broken = ({ onReopen }: { readonly onReopen: () => void }) => (
  <div className={styles.page}>
    <div className={styles.card} role="alert">
      <h1>この画面を表示できませんでした</h1>
      <p>「保存済み」と表示された記録は、すべて残っています。</p>
      <p>
        「開き直す」を押してください。くり返すときは、左のメニューからほかの画面に移り、
        システムの担当者にご相談ください。
      </p>
      <div className={styles.actions}>
        <Button onPress={onReopen} variant="primary">
          開き直す
        </Button>
      </div>
    </div>
  </div>
);
