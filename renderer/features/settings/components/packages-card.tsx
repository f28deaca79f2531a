import { useState } from 'react';
import { Card } from '#ui/card.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { findPackages, type PackageNotice } from '../licences.ts';
import styles from './about-page.module.css';

type PackagesCardProps = { readonly packages: readonly PackageNotice[] };

/** Each package in the app; its licence opens below its name. */
export const PackagesCard = ({ packages }: PackagesCardProps) => {
  const [words, setWords] = useState('');
  const found = findPackages(packages, words);
  return (
    <Card note={`${packages.length}件`} title="使っているソフトウェアのライセンス">
      <p className={styles.words}>
        このほかに Electron と Chromium を使っています。そのライセンスは、アプリのフォルダーの
        LICENSE.electron.txt と LICENSES.chromium.html にあります。
      </p>
      <SearchField
        label="名前やライセンスでさがす"
        onChange={setWords}
        placeholder="名前やライセンスでさがす（例：react、MIT）"
        value={words}
      />
      <p className={styles.found} role="status">
        {words.trim() !== '' &&
          (found.length === 0
            ? '見つかりません。別の言葉でさがしてください。'
            : `${found.length}件見つかりました。`)}
      </p>
      <ul className={styles.packages}>
        {found.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary className={styles.summary}>
                <strong>{name}</strong> {version}
                <span className={styles.licence}>{licence}</span>
              </summary>
              <p className={styles.text}>{text}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
};
