import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { ApiKey, ApiKeyMade } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Confirm, Dialog } from '@/components/Dialog';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { MakeApiKey } from './MakeApiKey';
import { apiKeys as w } from './words/api-keys';

/** The keys with which the organisation's programs act for it. */
export function ApiKeysPage() {
  const organisation = useMe().organisation!;
  const [after, setAfter] = useState('');
  const keys = useQuery(queries.apiKeys(organisation.id, after || undefined));
  const [made, setMade] = useState<ApiKeyMade | null>(null);
  return (
    <>
      <PageHeader title={shell.apiKeys}>
        <MakeApiKey organisationId={organisation.id} onMade={setMade} />
      </PageHeader>
      <p className="mb-4 max-w-3xl text-secondary">{w.text}</p>
      <Loaded query={keys}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={w.none} text={w.noneText} />
          ) : (
            <DataTable<ApiKey>
              label={shell.apiKeys}
              rows={page.items}
              rowKey={(key) => key.id}
              next={page.next}
              onMore={setAfter}
              onFirst={after ? () => setAfter('') : undefined}
              columns={[
                {
                  name: w.name,
                  cell: (key) => (
                    <>
                      <span className="block font-semibold">{key.name}</span>
                      <code className="text-xs">{w.begins(key.prefix)}</code>
                    </>
                  ),
                },
                { name: w.scopes, cell: (key) => terms.list(key.scopes) },
                {
                  name: w.addresses,
                  cell: (key) => (key.addresses.length ? terms.list(key.addresses) : w.anywhere),
                },
                {
                  name: w.lastUsed,
                  cell: (key) => (key.lastUsedAt ? <SiteTime instant={key.lastUsedAt} ago /> : w.never),
                },
                {
                  name: w.madeBy,
                  cell: (key) => (key.madeByFormerMember ? w.madeByFormer(key.madeBy) : key.madeBy),
                },
                { name: w.expires, cell: (key) => <SiteTime instant={key.expiresAt} /> },
                {
                  name: terms.apiKeys.actions,
                  cell: (key) => <Actions organisationId={organisation.id} apiKey={key} onMade={setMade} />,
                },
              ]}
            />
          )
        }
      </Loaded>
      <Shown made={made} onClose={() => setMade(null)} />
    </>
  );
}

function Actions({
  organisationId,
  apiKey,
  onMade,
}: {
  organisationId: string;
  apiKey: ApiKey;
  onMade: (made: ApiKeyMade) => void;
}) {
  const path = `/organisations/${encodeURIComponent(organisationId)}/api-keys/${apiKey.id}`;
  // Grows with each rotation, so that the dialog begins anew: the one that was answered is closed.
  const [rotated, setRotated] = useState(0);
  const rotate = useCommand(
    () => post<ApiKeyMade>(`${path}/rotate`),
    (made) => {
      setRotated((times) => times + 1);
      onMade(made);
    },
  );
  const revoke = useCommand(
    () => ask(path, { method: 'DELETE' }),
    () => announce(w.revoked),
  );
  return (
    <div className="flex flex-wrap gap-2">
      <Confirm
        key={rotated}
        label={w.rotate}
        title={w.rotateTitle(apiKey.name)}
        text={w.rotateText}
        confirm={w.rotate}
        look="secondary"
        pending={rotate.isPending}
        error={rotate.error}
        onConfirm={() => rotate.mutate()}
      />
      <Confirm
        label={w.revoke}
        title={w.revokeTitle(apiKey.name)}
        text={w.revokeText}
        confirm={w.revoke}
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoke.mutate()}
      />
    </div>
  );
}

/** Shows the secret this one time, and what to do with it. */
function Shown({ made, onClose }: { made: ApiKeyMade | null; onClose: () => void }) {
  if (!made) return null;
  const example = w.example(location.origin, made.secret);
  return (
    <Dialog title={w.madeTitle(made.key.name)} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{w.madeText}</p>
        <label className="flex flex-col gap-1 font-semibold">
          {w.secret}
          <input
            className="control font-normal"
            readOnly
            value={made.secret}
            onFocus={(event) => event.target.select()}
          />
        </label>
        <p className="text-secondary">{w.clientId(made.key.id)}</p>
        <figure>
          <figcaption className="font-semibold">{w.exampleTitle}</figcaption>
          <pre tabIndex={0} className="mt-1 overflow-x-auto rounded-control border border-line p-3 text-xs">
            {example}
          </pre>
        </figure>
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            onClick={() =>
              void navigator.clipboard?.writeText(made.secret).then(() => announce(terms.actions.copied))
            }
          >
            {terms.actions.copy}
          </Button>
          <Button onClick={onClose}>{terms.actions.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}
