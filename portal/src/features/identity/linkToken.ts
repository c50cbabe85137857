import { useLocation, useParams } from 'react-router';

/** The secret of a one-time link: behind the hash, of which no server, log or other site hears. Links of before have it in their path. */
export function useLinkToken(): string {
  const { token } = useParams();
  const { hash } = useLocation();
  return token ?? hash.slice(1);
}
