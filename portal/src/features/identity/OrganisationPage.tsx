import { PageHeader } from '@/components/PageHeader';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { OrganisationAddresses } from './OrganisationAddresses';
import { OrganisationClosing } from './OrganisationClosing';
import { OrganisationOwnership } from './OrganisationOwnership';
import { OrganisationPolicy } from './OrganisationPolicy';
import { OrganisationRoles } from './OrganisationRoles';

/** The panels about the organisation as a whole, one below the other. */
export function OrganisationPage() {
  const me = useMe();
  const organisation = me.organisation!;
  const manages = me.may('organisation.manage');
  return (
    <>
      <PageHeader title={shell.organisation} />
      <div className="flex flex-col gap-8">
        <OrganisationRoles organisationId={organisation.id} />
        <div className="grid max-w-5xl gap-6 pair:grid-cols-2">
          <OrganisationPolicy organisationId={organisation.id} />
          <OrganisationOwnership organisationId={organisation.id} />
          <OrganisationClosing organisationId={organisation.id} closes={manages} />
        </div>
        {manages && <OrganisationAddresses organisationId={organisation.id} />}
      </div>
    </>
  );
}
