import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import { announce } from '@/components/Announcer';
import { Confirm } from '@/components/Dialog';
import { SelectField } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { organisation as w } from './words/organisation';

/** Handing the organisation over: an owner offers it, and a member accepts. */
export function OrganisationOwnership({ organisationId }: { organisationId: string }) {
  const me = useMe();
  const ownership = useQuery(queries.ownership(organisationId));
  const path = `/organisations/${organisationId}/ownership`;
  const accept = useCommand(
    (_: void, key) => post(`${path}/accept`, {}, { idempotencyKey: key }),
    () => announce(w.takenOn),
  );
  const withdraw = useCommand(
    () => ask(path, { method: 'DELETE' }),
    () => announce(w.offerWithdrawn),
  );
  return (
    <Panel title={w.ownership}>
      <Loaded query={ownership}>
        {({ offer }) => (
          <div className="flex flex-col items-start gap-3">
            {offer ? (
              <>
                <p>
                  {w.offered(offer.offeredByName, offer.offeredToName)} {w.offerExpires}{' '}
                  <SiteTime instant={offer.expiresAt} />
                </p>
                {offer.offeredTo === me.person.id && (
                  <Confirm
                    label={w.takeOn}
                    title={w.takeOn}
                    text={w.takeOnText(offer.offeredByName)}
                    confirm={w.takeOn}
                    look="primary"
                    pending={accept.isPending}
                    error={accept.error}
                    onConfirm={() => accept.mutate()}
                  />
                )}
                {me.may('organisation.manage') && (
                  <Confirm
                    label={w.withdrawOffer}
                    title={w.withdrawOffer}
                    text={w.withdrawOfferText}
                    confirm={w.withdrawOffer}
                    pending={withdraw.isPending}
                    error={withdraw.error}
                    onConfirm={() => withdraw.mutate()}
                  />
                )}
              </>
            ) : (
              <p>{w.noOffer}</p>
            )}
            {me.may('organisation.manage') && !offer && <HandOver organisationId={organisationId} />}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function HandOver({ organisationId }: { organisationId: string }) {
  const me = useMe();
  const members = useQuery(queries.everyMember(organisationId));
  const [to, setTo] = useState('');
  const offer = useCommand(
    (personId: string, key) =>
      post(`/organisations/${organisationId}/ownership`, { personId }, { idempotencyKey: key }),
    () => announce(w.offerMade),
  );
  const others = (members.data?.items ?? []).filter((member) => member.personId !== me.person.id);
  if (others.length === 0) return <p className="text-secondary">{w.nobodyToHandTo}</p>;
  return (
    <Confirm
      label={w.handOver}
      title={w.handOver}
      text={w.handOverText}
      confirm={w.offerIt}
      pending={offer.isPending}
      error={offer.error}
      onConfirm={() => to && offer.mutate(to)}
    >
      <SelectField
        pointer="/personId"
        label={w.handOverTo}
        value={to}
        onValue={setTo}
        empty={w.chooseMember}
        choices={others.map((member) => ({
          value: member.personId,
          label: terms.members.person(member.name, member.email),
        }))}
      />
    </Confirm>
  );
}
