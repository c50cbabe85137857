import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import { equipments, type Load, type LoadIn } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { CapacityFields, capacityOf } from '@/components/CapacityFields';
import { CapacityText, TestMoney } from '@/components/Figures';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { ChoiceField, NoteField, SelectField, TextField, useFormErrors } from '@/components/Form';
import { CurrencyField, MoneyField, moneyOf } from '@/components/MoneyField';
import { PageHeader } from '@/components/PageHeader';
import { placeName } from '@/components/placeName';
import { PointText } from '@/components/PointText';
import { Loaded } from '@/components/States';
import { StepForm, type Step } from '@/components/StepForm';
import { existing } from '@/components/time';
import { money, useUnits } from '@/components/units';
import { useEdit } from '@/components/useEdit';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { loadFields } from './compare';
import {
  cargoProblems,
  draftOf,
  emptyDraft,
  inLegs,
  loadOf,
  priceProblems,
  radiusOf,
  stopProblems,
  type LoadDraft,
} from './draft';
import { StopFields } from './StopFields';
import { words as w } from './words';

export function LoadFormPage() {
  const { id } = useParams();
  const load = useQuery({ ...queries.load(id ?? ''), enabled: id !== undefined });
  if (!id) return <LoadForm load={null} />;
  return <Loaded query={load}>{(data) => <LoadForm load={data} />}</Loaded>;
}

function LoadForm({ load }: { load: Load | null }) {
  const me = useMe();
  const units = useUnits();
  const navigate = useNavigate();
  const errors = useFormErrors();
  const client = useQueryClient();
  const kept = load ? `load.${load.id}` : `load.${me.organisation?.id}`;
  const edit = useEdit<Load, LoadDraft>({
    thing: load,
    draftOf: (one) => draftOf(one, units),
    empty: emptyDraft,
    fields: loadFields(units),
    read: () => client.fetchQuery({ ...queries.load(load?.id ?? ''), staleTime: 0 }),
    kept,
  });
  const { draft, set, conflict } = edit;
  const edited: Edited | null = load && { of: 'LOAD', id: load.id };

  function done(saved: Load): void {
    edit.discard();
    announce(saved.status === 'DRAFT' ? w.draftKept(saved.reference) : w.posted(saved.reference));
    void navigate(`/loads/${saved.id}`, { replace: true });
  }
  const lane = terms.lane(
    draft.stops[0]?.place?.name ?? '',
    draft.stops[draft.stops.length - 1]?.place?.name ?? '',
  );
  const create = useOnce<Load>('load.create', { label: lane, kept }, done);
  const change = useCommand(
    async (body: LoadIn) =>
      (await ask<Load>(`/loads/${load?.id}`, { method: 'PUT', body, version: edit.version() })).body,
    done,
  );
  const send = load ? change : create;
  const submit = (keptAsDraft: boolean, typed = draft) =>
    send.mutate(loadOf(typed, units, keptAsDraft), {
      onError: edit.refused((again) => submit(keptAsDraft, again), errors.showProblem),
    });

  const steps: Step[] = [
    {
      name: w.stepStops,
      pointers: ['/stops', '/legs'],
      content: <StopFields stops={draft.stops} onStops={(stops) => set({ stops })} errors={errors} />,
      check: () => stopProblems(draft, units, Date.now()),
      summary: (
        <ol className="flex flex-col gap-2">
          {draft.stops.map((stop) => (
            <li key={stop.key}>
              <span className="font-semibold">
                {w.stopSummary(terms.stopKind[stop.kind], stop.place ? placeName(stop.place) : terms.none)}
              </span>
              {stop.place && (
                <PointText
                  place={stop.place}
                  point={stop.point}
                  radiusMeters={stop.point && radiusOf(stop)}
                />
              )}
              <span className="block text-secondary">
                {w.windowSummary(
                  readable(stop.start, stop.place?.zone),
                  readable(stop.end, stop.place?.zone),
                  stop.place?.zone.replace(/_/g, ' ') ?? '',
                )}
              </span>
            </li>
          ))}
        </ol>
      ),
    },
    {
      name: w.stepCargo,
      pointers: ['/equipment', '/mode', '/cargo', '/commodity', '/notes'],
      content: <CargoFields draft={draft} set={set} />,
      check: () => cargoProblems(draft),
      summary: (
        <p>
          {terms.dotted([
            draft.equipment ? terms.equipment[draft.equipment] : terms.none,
            terms.mode[draft.mode],
            ...(draft.commodity ? [draft.commodity] : []),
          ])}
          <span className="block">
            <CapacityText value={capacityOf(draft.cargo, units)} />
          </span>
        </p>
      ),
    },
    {
      name: w.stepPrice,
      pointers: ['/price', '/bids'],
      content: <PriceFields draft={draft} set={set} />,
      check: () => priceProblems(draft),
      summary: <PriceSummary draft={draft} test={me.testMoney} />,
    },
  ];

  return (
    <div className="max-w-2xl">
      <PageHeader
        title={load ? w.editTitle(load.reference) : terms.loads.post}
        back={{ to: load ? `/loads/${load.id}` : '/loads', label: shell.loads }}
      />
      <ChangedMeanwhile edit={edit} edited={edited} />
      {conflict ? (
        <EditConflict
          edit={edit}
          conflict={conflict}
          edited={edited}
          onSend={(chosen) => submit(load?.status === 'DRAFT', chosen)}
        />
      ) : (
        <StepForm
          label={terms.loads.post}
          steps={steps}
          errors={errors}
          submit={load ? terms.actions.save : terms.loads.post}
          pending={send.isPending}
          onSubmit={() => submit(load?.status === 'DRAFT')}
          extra={
            !load && (
              <Button pending={send.isPending} onClick={() => submit(true)}>
                {w.keepDraft}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}

function readable(local: string, zone: string | undefined): string {
  return (zone ? existing(local, zone) : local).replace('T', ' ');
}

function PriceSummary({ draft, test }: { draft: LoadDraft; test: boolean }) {
  const price = draft.pricing === 'fixed' && !inLegs(draft) ? moneyOf(draft.price, draft.currency) : null;
  return (
    <p>
      {price ? money(price) : terms.loads.bidsIn(draft.currency)} {test && <TestMoney />}
    </p>
  );
}

interface Part {
  draft: LoadDraft;
  set: (change: Partial<LoadDraft>) => void;
}

function CargoFields({ draft, set }: Part) {
  return (
    <>
      <SelectField
        pointer="/equipment"
        label={terms.loads.equipment}
        value={draft.equipment}
        onValue={(equipment) => set({ equipment })}
        empty={terms.fleet.chooseEquipment}
        choices={equipments.map((value) => ({ value, label: terms.equipment[value] }))}
      />
      <ChoiceField
        pointer="/mode"
        label={w.mode}
        value={draft.mode}
        onValue={(mode) => set({ mode })}
        choices={[
          { value: 'FULL', label: terms.mode.FULL, hint: w.fullHint },
          { value: 'PARTIAL', label: terms.mode.PARTIAL, hint: w.partialHint },
        ]}
      />
      <CapacityFields
        pointer="/cargo"
        value={draft.cargo}
        onValue={(cargo) => set({ cargo })}
        weightRequired
      />
      <TextField
        pointer="/commodity"
        label={w.commodity}
        optional
        value={draft.commodity}
        onValue={(commodity) => set({ commodity })}
      />
      <NoteField
        pointer="/notes"
        label={w.notes}
        hint={w.notesHint}
        optional
        value={draft.notes}
        onValue={(notes) => set({ notes })}
      />
    </>
  );
}

function PriceFields({ draft, set }: Part) {
  return (
    <>
      {inLegs(draft) ? (
        <p>{w.legBids}</p>
      ) : (
        <ChoiceField
          pointer="/pricing"
          label={w.pricing}
          value={draft.pricing}
          onValue={(pricing) => set({ pricing })}
          choices={[
            { value: 'fixed', label: w.fixed, hint: w.fixedHint },
            { value: 'bids', label: w.bids, hint: w.bidsHint },
          ]}
        />
      )}
      <CurrencyField
        pointer="/bids/currency"
        value={draft.currency}
        onValue={(currency) => set({ currency })}
      />
      {draft.pricing === 'fixed' && !inLegs(draft) && (
        <MoneyField
          pointer="/price"
          label={terms.loads.price}
          hint={w.priceHint}
          currency={draft.currency}
          value={draft.price}
          onValue={(price) => set({ price })}
        />
      )}
    </>
  );
}
