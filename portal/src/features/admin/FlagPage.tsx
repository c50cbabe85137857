import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { FlagSetting, FlagTarget } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Dialog';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { attribute, beingEdited, useEdit } from '@/components/useEdit';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { FlagPill } from './FlagsPage';
import { FlagTargets, useOrganisationsFound, usePeopleFound } from './FlagTargets';
import { words } from './words';

const w = words.flags;

/** One feature flag: whom it is on for, its kill switch and its last changes. */
export function FlagPage() {
  const { key = '' } = useParams();
  const flag = useQuery(beingEdited(queries.flagSetting(key)));
  return <Loaded query={flag}>{(data) => <Setting flag={data} />}</Loaded>;
}

function Setting({ flag }: { flag: FlagSetting }) {
  return (
    <>
      <PageHeader
        title={flag.key}
        pills={<FlagPill flag={flag} />}
        back={{ to: '/admin/flags', label: shell.flags }}
      >
        <KillSwitch flag={flag} />
      </PageHeader>
      <div className="grid max-w-5xl gap-6 pair:grid-cols-2">
        <Panel title={w.what}>
          <p className="mb-3">{flag.words ?? w.notUsedText}</p>
          {flag.unit && (
            <Facts
              items={[
                { term: w.unit, value: w.units[flag.unit] },
                { term: w.default, value: flag.onByDefault ? w.on : w.off },
                { term: w.changedAt, value: <SiteTime instant={flag.changedAt} /> },
              ]}
            />
          )}
        </Panel>
        <Panel title={w.reach}>
          <Reach flag={flag} />
        </Panel>
        <Panel title={w.lastChanges} className="pair:col-span-2">
          <Changes flagKey={flag.key} />
        </Panel>
      </div>
    </>
  );
}

function KillSwitch({ flag }: { flag: FlagSetting }) {
  const act = flag.killed ? 'revive' : 'kill';
  const pull = useCommand(
    (_: void, key) => ask(`/admin/flags/${flag.key}/${act}`, { method: 'POST', idempotencyKey: key }),
    () => announce(act === 'kill' ? w.killedNow : w.revivedNow),
  );
  return flag.killed ? (
    <Confirm
      key="revive"
      label={w.revive}
      title={w.reviveTitle(flag.key)}
      text={w.reviveText}
      confirm={w.revive}
      look="secondary"
      pending={pull.isPending}
      error={pull.error}
      onConfirm={() => pull.mutate()}
    />
  ) : (
    <Confirm
      key="kill"
      label={w.kill}
      title={w.killTitle(flag.key)}
      text={w.killText}
      confirm={w.kill}
      pending={pull.isPending}
      error={pull.error}
      onConfirm={() => pull.mutate()}
    />
  );
}

interface ReachDraft {
  percentage: string;
  organisations: FlagTarget[];
  persons: FlagTarget[];
}

const ids = (targets: FlagTarget[]) => targets.map((target) => target.id);
const names = (targets: FlagTarget[]) =>
  terms.list(targets.map((target) => target.name ?? w.byId(target.id)));

function Reach({ flag }: { flag: FlagSetting }) {
  const errors = useFormErrors();
  const client = useQueryClient();
  const last = useQuery(queries.flagChanges(flag.key)).data?.items[0];
  const edit = useEdit<FlagSetting, ReachDraft>({
    thing: flag,
    draftOf: ({ percentage, organisations, persons }) => ({
      percentage: String(percentage),
      organisations,
      persons,
    }),
    empty: () => ({ percentage: '0', organisations: [], persons: [] }),
    fields: () => [
      attribute('percentage', w.percentage, (value) => `${value} %`),
      {
        ...attribute<ReachDraft, 'organisations'>('organisations', w.organisations, names),
        value: (draft) => ids(draft.organisations),
      },
      {
        ...attribute<ReachDraft, 'persons'>('persons', w.persons, names),
        value: (draft) => ids(draft.persons),
      },
    ],
    read: () => client.fetchQuery({ ...queries.flagSetting(flag.key), staleTime: 0 }),
    follows: true,
  });
  const { draft, set, conflict } = edit;
  const { percentage, organisations, persons } = draft;
  const edited: Edited = { who: last?.name ?? null };
  const save = useCommand(
    (body: object) =>
      ask<FlagSetting>(`/admin/flags/${flag.key}`, { method: 'PUT', body, version: edit.version() }),
    ({ body }) => {
      edit.saved(body);
      announce(w.saved);
    },
  );

  function submit(typed = draft): void {
    const number = Number(typed.percentage);
    const fine = typed.percentage.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= 100;
    errors.show(fine ? [] : [{ pointer: '/percentage', detail: w.percentageWrong }]);
    if (!fine) return;
    save.mutate(
      { percentage: number, organisations: ids(typed.organisations), persons: ids(typed.persons) },
      { onError: edit.refused(submit, errors.showProblem) },
    );
  }

  if (conflict) return <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />;
  return (
    <>
      <ChangedMeanwhile edit={edit} edited={edited} />
      <Form errors={errors} onSubmit={() => submit()} label={w.reach}>
        <TextField
          pointer="/percentage"
          label={w.percentage}
          hint={w.percentageHint}
          unit="%"
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          value={percentage}
          onValue={(typed) => set({ percentage: typed })}
        />
        <FlagTargets
          pointer="/organisations"
          label={w.organisations}
          useFound={useOrganisationsFound}
          chosen={organisations}
          onChosen={(chosen) => set({ organisations: chosen })}
        />
        <FlagTargets
          pointer="/persons"
          label={w.persons}
          useFound={usePeopleFound}
          chosen={persons}
          onChosen={(chosen) => set({ persons: chosen })}
        />
        <div>
          <Button type="submit" look="primary" pending={save.isPending}>
            {terms.actions.save}
          </Button>
        </div>
      </Form>
    </>
  );
}

function Changes({ flagKey }: { flagKey: string }) {
  const changes = useQuery(queries.flagChanges(flagKey));
  return (
    <Loaded query={changes} rows={2}>
      {(page) =>
        page.items.length === 0 ? (
          <p className="text-secondary">{w.noChanges}</p>
        ) : (
          <ul aria-label={w.lastChanges} className="flex flex-col gap-2">
            {page.items.map((change) => (
              <li key={change.at} className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span>
                  {w.change(
                    change.name ?? w.somebody,
                    change.act,
                    change.percentageBefore,
                    change.percentage,
                  )}
                </span>
                <span className="text-secondary">
                  <SiteTime instant={change.at} ago />
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
