import { useQuery } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { NoticeChoice } from '@/api/types';
import { Panel } from '@/components/PageHeader';
import { CommandError, Loaded } from '@/components/States';
import { useChosen } from '@/components/useChosen';
import { useMe } from '@/shell/me';
import { inbox as w } from './words/inbox';
import { notices } from './words/kinds';

/** Chooses for each kind of notice whether it also comes by mail. All of them are in the inbox. */
export function NoticeChoices() {
  const me = useMe();
  const choices = useQuery(queries.noticeChoices());
  const keep = useCommand((change: { kind: string; mail: boolean }) =>
    ask('/notifications/preferences', { method: 'PUT', body: { preferences: [change] } }),
  );
  const byMail = useChosen<boolean>((kind, mail) => keep.mutateAsync({ kind, mail }));
  return (
    <div id="notices" className="pair:col-span-2">
      <Panel title={w.choices}>
        <p className="mb-3 text-secondary">{w.choicesText}</p>
        <CommandError error={byMail.refused} />
        <Loaded query={choices}>
          {({ preferences }) => (
            <div className="flex flex-col gap-4">
              {groups(preferences).map(([group, kinds]) => (
                <table key={group} className="w-full">
                  <caption className="mb-1 text-left font-semibold">{notices.group(group)}</caption>
                  <thead>
                    <tr className="text-xs text-secondary">
                      <th scope="col" className="text-left font-normal">
                        {w.kind}
                      </th>
                      <th scope="col" className="w-20 text-center font-normal">
                        {w.inInbox}
                      </th>
                      <th scope="col" className="w-20 text-center font-normal">
                        {w.byMail}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {kinds.map((kind) => (
                      <tr key={kind.kind} className="border-t border-line">
                        <th scope="row" className="py-1 text-left font-normal">
                          {notices.kindName(kind.kind)}
                          {kind.essential && (
                            <span className="block text-xs text-secondary">{w.essential}</span>
                          )}
                        </th>
                        <td className="text-center text-secondary">{w.always}</td>
                        <td className="text-center">
                          <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
                            <span className="sr-only">{w.mailOf(notices.kindName(kind.kind))}</span>
                            <input
                              type="checkbox"
                              className="size-5 accent-accent"
                              checked={byMail.shown(kind.kind, kind.mail)}
                              disabled={kind.essential || me.impersonation !== null}
                              onChange={(event) => byMail.choose(kind.kind, event.target.checked)}
                            />
                          </label>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              ))}
            </div>
          )}
        </Loaded>
      </Panel>
    </div>
  );
}

function groups(choices: NoticeChoice[]): [string, NoticeChoice[]][] {
  const byGroup = new Map<string, NoticeChoice[]>();
  for (const choice of choices) byGroup.set(choice.group, [...(byGroup.get(choice.group) ?? []), choice]);
  return [...byGroup];
}
