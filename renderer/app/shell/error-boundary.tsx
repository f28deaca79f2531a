import { Component, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './full-page.module.css';

type Props = {
  readonly children: ReactNode;
  /** Goes back to a page that works; without it the window is loaded again. */
  readonly onReset?: (() => void) | undefined;
};
type State = { readonly failed: boolean };

/** Catches what a screen throws: the records are safe in the logs, and the screen can be opened again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
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
