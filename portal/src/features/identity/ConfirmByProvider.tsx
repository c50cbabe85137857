import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { queries } from '@/api/queries';
import { Button } from '@/components/Button';
import { CommandError } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { useLinkToken } from './linkToken';
import { useGoAway } from './ProviderButtons';
import { logins as w } from './words/logins';

/** Opened by the link of the mail to a person who registers with a login of a provider; they show that login once more. */
export function ConfirmByProvider() {
  const { provider = '' } = useParams();
  const token = useLinkToken();
  const providers = useQuery(queries.providers());
  const name = providers.data?.find((one) => one.id === provider)?.name ?? provider;
  const begin = useGoAway({ purpose: 'confirm', next: '/', token });
  return (
    <Entrance title={w.confirmTitle}>
      <div className="flex flex-col gap-4">
        <p>{w.confirmText(name)}</p>
        <CommandError error={begin.error} />
        <Button look="primary" pending={begin.isPending} onClick={() => begin.mutate(provider)}>
          {w.signInWith(name)}
        </Button>
      </div>
    </Entrance>
  );
}
