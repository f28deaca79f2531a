import type { SimilarCase } from '#shared/domain/knowhow/similar-cases.ts';
import { LinkButton } from '#ui/link-button.tsx';
import styles from './beside.module.css';
import type { BesideWays } from './beside-ways.ts';
import { ShortList } from './short-list.tsx';

type SimilarListProps = {
  readonly similar: readonly SimilarCase[];
  readonly onOpenCase: BesideWays['onOpenCase'];
};

/** Municipalities that took up the same, each with the way to its case. */
export const SimilarList = ({ similar, onOpenCase }: SimilarListProps) => (
  <ShortList
    first={4}
    items={similar}
    render={({ id, municipality, year, themes }) => (
      <>
        <LinkButton onPress={() => onOpenCase(id)} weight="text">
          {municipality} {year}
        </LinkButton>
        <span className={styles.note}>{themes}</span>
      </>
    )}
  />
);
