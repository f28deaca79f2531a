import { useEffect, useState } from 'react';
import type { Boot } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/result.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Card } from '#ui/card.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { type Licences, readLicences } from '../licences.ts';
import styles from './about-page.module.css';
import { PackagesCard } from './packages-card.tsx';

type AboutPageProps = {
  readonly versions: Boot['versions'];
  readonly onOpenSettings: () => void;
};

/** このアプリについて: version, licence, and whose work is in it. */
export const AboutPage = ({ versions, onOpenSettings }: AboutPageProps) => {
  const licences = useLicences();
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: '設定', onPress: onOpenSettings }, { label: 'このアプリについて' }]}
          title="このアプリについて"
          variant="plain"
        />
      }
    >
      <PageBody>
        <div className={styles.cards}>
          <Card title={`伴走ノート ${versions.app}`}>
            <p className={styles.words}>
              市町村の伴走支援を計画し、記録し、引き継ぐためのアプリです。
              記録はこのパソコンの中だけに保存され、外へは送られません。
            </p>
            <DescriptionList
              items={[
                { label: 'Electron', value: versions.electron },
                { label: 'Chromium', value: versions.chrome },
                { label: 'Node.js', value: versions.node },
              ]}
            />
          </Card>
          {licences === undefined && <Loading />}
          {licences?.ok === false && <Notice {...licences.error} tone="warning" />}
          {licences?.ok && (
            <>
              <Card title="ライセンス">
                <details>
                  <summary className={styles.summary}>
                    <strong>伴走ノート</strong>
                    <span className={styles.licence}>MIT</span>
                  </summary>
                  <p className={styles.text}>{licences.value.own}</p>
                </details>
              </Card>
              <PackagesCard packages={licences.value.packages} />
            </>
          )}
        </div>
      </PageBody>
    </Page>
  );
};

/** undefined while they are read. */
const useLicences = (): Result<Licences> | undefined => {
  const [licences, setLicences] = useState<Result<Licences>>();
  useEffect(() => {
    let isWanted = true;
    void readLicences().then((read) => {
      if (isWanted) setLicences(read);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return licences;
};
