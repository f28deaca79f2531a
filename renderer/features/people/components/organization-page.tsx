import { History } from 'lucide-react';
import { useMemo } from 'react';
import { BacklinksCard } from '#adapters/mentions/backlinks-card.tsx';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { postsByPerson } from '#shared/domain/office/bodies.ts';
import { type OrganizationRow, roleNote } from '#shared/domain/office/office.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Loading } from '#ui/loading.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { type OfficeRows, officeRows, organizationTraces } from '../queries.ts';
import { casesOf, meetingsOfOrganization } from '../traces.ts';
import { ActionsCard } from './actions-card.tsx';
import { MembersCard } from './members-card.tsx';
import { MergeWith } from './merge-with.tsx';
import { MissingWho } from './missing-who.tsx';
import { OrganizationCard } from './organization-card.tsx';
import styles from './people.module.css';
import type { WhoPlaces } from './places.ts';
import { CasesCard, MeetingsCard } from './trace-cards.tsx';

type OrganizationPageProps = {
  readonly organizationId: string;
  readonly today: Day;
  readonly places: WhoPlaces;
};

/** A body: what it is, who belongs to it, and all that the records say of it. */
export const OrganizationPage = ({ organizationId, today, places }: OrganizationPageProps) => {
  const loaded = useLive(officeRows);
  if (loaded.state === 'loading') return <Loading />;
  const body =
    loaded.state === 'ready'
      ? loaded.value.organizations.find(({ id }) => id === organizationId)
      : undefined;
  if (loaded.state === 'failed' || body === undefined) {
    return <MissingWho onBack={places.list} what="機関" />;
  }
  return <Organization body={body} office={loaded.value} places={places} today={today} />;
};

type OrganizationProps = {
  readonly office: OfficeRows;
  readonly body: OrganizationRow;
  readonly today: Day;
  readonly places: WhoPlaces;
};

const Organization = ({ office, body, today, places }: OrganizationProps) => {
  const held = useMemo(() => postsByPerson(office.posts), [office.posts]);
  const traces = useLive(useMemo(() => organizationTraces(body.id), [body.id]));
  const found = useMemo(
    () =>
      traces.state === 'ready'
        ? {
            meetings: meetingsOfOrganization(traces.value, body.id, held),
            cases: casesOf(traces.value),
          }
        : undefined,
    [traces, body.id, held],
  );
  const role = roleNote(body.role);
  return (
    <Page
      header={
        <PageHeader
          actions={
            <>
              <MergeWith
                kind="organizations"
                office={office}
                onKept={places.organization}
                row={body}
                today={today}
              />
              <Button
                icon={<History aria-hidden="true" size={16} />}
                onPress={() => places.history(body.id)}
                size="small"
                variant="quiet"
              >
                変更履歴
              </Button>
            </>
          }
          crumbs={[{ label: '人・機関', onPress: places.list }, { label: '機関' }]}
          meta={role === '' ? undefined : <Chip variant="outline">{role}</Chip>}
          subtitle={body.municipalityName === body.name ? undefined : body.municipalityName}
          title={body.name}
        />
      }
    >
      <PageBody>
        <div className={styles.columns}>
          <div className={styles.column}>
            <OrganizationCard body={body} office={office} />
            <MembersCard body={body} held={held} office={office} places={places} today={today} />
          </div>
          <div className={styles.column}>
            <MeetingsCard
              asLabel="出席した人・支援"
              empty="この機関が出席・支援した会合は、まだありません。会合の「出席」か「支援者」で選ぶと、ここに並びます。"
              meetings={found?.meetings}
              places={places}
              state={traces.state}
            />
            <CasesCard cases={found?.cases} places={places} state={traces.state} />
            <BacklinksCard
              empty="記録の本文で「@」を打ってこの機関にリンクすると、その会合がここに並びます。"
              onOpenMeeting={places.meeting}
              target={{ document: OFFICE, collection: 'organizations', id: body.id }}
            />
            <ActionsCard formerNames={body.formerNames} name={body.name} places={places} />
          </div>
        </div>
      </PageBody>
    </Page>
  );
};
