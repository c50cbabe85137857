import { useQuery } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import { Button } from '@/components/Button';
import { CommandError } from '@/components/States';
import { goAway, type Away } from './away';
import { logins } from './words/logins';

/** Sends the browser to the provider that is named. */
export function useGoAway(away: Away) {
  return useCommand(
    (provider: string) => post<{ url: string }>('/auth/providers/begin', { provider }, { anonymous: true }),
    ({ url }) => goAway(url, away),
  );
}

/** One button for each provider. Nothing is shown where none is configured or known yet, since the other ways to sign in are there already. */
export function ProviderButtons({ next }: { next: string }) {
  const providers = useQuery(queries.providers());
  const begin = useGoAway({ purpose: 'sign-in', next });
  if (!providers.data?.length) return null;
  return (
    <div className="mt-4 flex flex-col gap-3">
      {providers.data.map((provider) => (
        <Button
          key={provider.id}
          pending={begin.isPending && begin.variables === provider.id}
          onClick={() => begin.mutate(provider.id)}
        >
          {logins.signInWith(provider.name)}
        </Button>
      ))}
      <CommandError error={begin.error} />
    </div>
  );
}
