import { X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { BarId, DependencyId, Roadmap } from '#shared/domain/roadmap/model.ts';
import { formatSpan } from '#shared/domain/roadmap/span.ts';
import type { Result } from '#shared/result.ts';
import { fold } from '#shared/text/fold.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { barName } from '../chart/announce.ts';
import { type BarPeek, type Link, linkOptions } from '../model.ts';
import styles from './panels.module.css';

type LinksProps = {
  readonly roadmap: Roadmap;
  readonly peek: BarPeek;
  readonly isReadOnly: boolean;
  readonly onLink: (before: BarId, after: BarId) => Promise<Result<unknown>>;
  readonly onUnlink: (id: DependencyId) => void;
  readonly onGoTo: (id: BarId) => void;
};

/** What must have ended before the bar starts, and what waits for its end. */
export const Links = (props: LinksProps) => (
  <>
    <LinkList {...props} side="before" title="この帯より先に終わる帯" />
    <LinkList {...props} side="after" title="この帯のあとに続く帯" />
  </>
);

type LinkListProps = LinksProps & {
  readonly side: 'before' | 'after';
  readonly title: string;
};

const LinkList = ({ roadmap, peek, side, title, isReadOnly, ...on }: LinkListProps) => {
  const id = useId();
  const [error, setError] = useState<string>();
  const [typed, setTyped] = useState('');
  const wanted = fold(typed.trim());
  const options = useMemo(
    () => (isReadOnly ? [] : linkOptions(roadmap, peek, side)),
    [isReadOnly, roadmap, peek, side],
  ).filter(({ label, note }) => fold(`${label} ${note ?? ''}`).includes(wanted));
  const links = peek[side];
  const add = async (other: BarId): Promise<void> => {
    const [before, after] = side === 'before' ? [other, peek.bar.id] : [peek.bar.id, other];
    const added = await on.onLink(before, after);
    setError(added.ok ? undefined : added.error.happened + added.error.todo);
  };
  if (isReadOnly && links.length === 0) return null;
  return (
    <div className={styles.links}>
      <h4 className={styles.label} id={id}>
        {title}
      </h4>
      {links.length > 0 && (
        <ul aria-labelledby={id} className={styles.list}>
          {links.map((link) => (
            <LinkItem isReadOnly={isReadOnly} key={link.id} link={link} {...on} />
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <ComboBox
          error={error}
          inputValue={typed}
          isLabelHidden
          label={`${title}を追加`}
          menuTrigger="input"
          onBlur={() => setTyped('')}
          onInputChange={(text) => {
            setTyped(text);
            setError(undefined);
          }}
          onPick={(other) => {
            if (other === null) return;
            setTyped('');
            void add(other);
          }}
          options={options}
          placeholder="帯をさがして追加"
        />
      )}
    </div>
  );
};

type LinkItemProps = Pick<LinksProps, 'isReadOnly' | 'onUnlink' | 'onGoTo'> & {
  readonly link: Link;
};

const LinkItem = ({ link: { id, bar }, isReadOnly, onUnlink, onGoTo }: LinkItemProps) => (
  <li className={styles.link}>
    <span className={styles.words}>
      <LinkButton aria-label={`${barName(bar)}を開く`} onPress={() => onGoTo(bar.id)} weight="text">
        {bar.label}
      </LinkButton>
      {bar.span !== null && <span className={styles.when}>{formatSpan(bar.span)}</span>}
    </span>
    {!isReadOnly && (
      <IconButton
        icon={<X aria-hidden="true" />}
        label={`${barName(bar)}とのつながりを外す`}
        onPress={() => onUnlink(id)}
        size="small"
      />
    )}
  </li>
);
