import { useState } from 'react';
import { pictureAddress } from '#shared/domain/attachment/picture-address.ts';
import { lostPictureWords, nameInWords } from '#shared/domain/attachment/picture-in-note.ts';
import type { TableCell } from '#shared/domain/tables/table.ts';
import { partsOfCell } from './cell-parts.ts';
import styles from './paper.module.css';
import { keyed } from './sheet.ts';

/** What a cell holds: text, and pictures each as a block of its own. `measure.ts` reads how high the parts are. */
export const CellContent = ({ one }: { readonly one: TableCell }) =>
  keyed(partsOfCell(one)).map(({ item, key }) =>
    item.kind === 'text' ? item.text : <Picture hash={item.hash} key={key} words={item.words} />,
  );

const Picture = ({ hash, words }: { readonly hash: string; readonly words: string }) => {
  const [isLost, setIsLost] = useState(false);
  return (
    <span className={styles.picture} data-picture={words}>
      {isLost ? (
        lostPictureWords(nameInWords(words))
      ) : (
        <>
          <img alt="" onError={() => setIsLost(true)} src={pictureAddress(hash)} />
          <span>{words}</span>
        </>
      )}
    </span>
  );
};
