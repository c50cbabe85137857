import { useLocation, useParams } from 'react-router';

/** The secret of a one-time link. It stands behind the hash, so no server, log or other site sees it. Links of earlier versions have it in their path. */
export function useLinkToken(): string {
  const { token } = useParams();
  const { hash } = useLocation();
  return token ?? hash.slice(1);
}
