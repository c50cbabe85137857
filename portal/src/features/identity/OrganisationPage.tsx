import { PageHeader } from '@/components/PageHeader';
import { useMe } from '@/shell/me';
import { words } from '@/words';
import { OrganisationRoles } from './OrganisationRoles';

/** What concerns the organisation as a whole, a part below the other. */
export function OrganisationPage() {
  const organisation = useMe().organisation!;
  return (
    <>
      <PageHeader title={words.navigation.organisation} />
      <div className="flex flex-col gap-8">
        <OrganisationRoles organisationId={organisation.id} />
      </div>
    </>
  );
}
