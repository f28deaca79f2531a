import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';

type AwaitingProps = {
  readonly state: 'loading' | 'failed' | 'ready';
  /** What is read: 気になること. */
  readonly what: string;
};

/** In the place of what is read: that it is on its way, or that it could not be had; nothing once it is there. */
export const Awaiting = ({ state, what }: AwaitingProps) => {
  switch (state) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <Notice
          happened={`${what}を読み込めませんでした。`}
          safe="記録はそのまま残っています。"
          todo="アプリを開き直してください。"
          tone="danger"
        />
      );
    case 'ready':
      return null;
  }
};
