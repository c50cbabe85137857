import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import type { ChangedThing } from '@/api/types';
import { inputs } from '@/words/inputs';
import { Button } from './Button';
import type { Conflict, Edit, Side } from './useEdit';

const w = inputs.edit;

/** What the server calls the edited thing; asked to learn who changed it meanwhile. */
export type Edited = { of: ChangedThing; id: string } | { who: string | null };

function useWho(edited: Edited | null, version: number | undefined): string | null {
  const asked = edited && 'of' in edited ? edited : null;
  const last = useQuery({
    ...queries.lastChange(asked?.of ?? 'LOAD', asked?.id ?? '', version ?? 0),
    enabled: asked !== null,
    retry: false,
  });
  if (edited && 'who' in edited) return edited.who;
  if (!last.data?.personId) return null;
  return last.data.personId === session.personId() ? w.you : last.data.name;
}

/** A quiet note in an open form: somebody has changed what the draft began from. */
export function ChangedMeanwhile<D, T>({ edit, edited }: { edit: Edit<D, T>; edited: Edited | null }) {
  const who = useWho(edit.meanwhile ? edited : null, edit.versionNow);
  return (
    <div role="status" className={edit.meanwhile ? 'mb-4' : ''}>
      {edit.meanwhile && (
        <p className="flex flex-wrap items-center gap-x-3 rounded-control bg-info-fill p-2 text-info">
          <span>
            <span className="font-semibold">{w.meanwhile(who)}</span> {w.meanwhileText}
          </span>
          <Button look="quiet" onClick={edit.compare}>
            {w.compare}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Shows both sides of two changes that met, field by field. The person chooses one of each, and nothing is lost before. */
export function EditConflict<D, T>({
  edit,
  conflict,
  edited,
  onSend,
}: {
  edit: Edit<D, T>;
  conflict: Conflict<D>;
  edited: Edited | null;
  onSend: (draft: D) => void;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  const who = useWho(edited, conflict.theirs.version);
  const [chosen, setChosen] = useState<Record<string, Side>>(() =>
    Object.fromEntries(
      conflict.differences.flatMap(({ field, chosen }) => (chosen ? [[field.name, chosen]] : [])),
    ),
  );
  const [missing, setMissing] = useState(false);
  const group = useId();
  useEffect(() => title.current?.focus(), []);
  const all = (side: Side) =>
    setChosen(Object.fromEntries(conflict.differences.map(({ field }) => [field.name, side])));

  function submit(): void {
    const open = conflict.differences.findIndex(({ field }) => !chosen[field.name]);
    setMissing(open >= 0);
    if (open >= 0) return document.getElementById(`${group}-${open}`)?.focus();
    const sends = conflict.sends;
    const draft = edit.resolve(chosen);
    if (sends) onSend(draft);
  }

  return (
    <form
      noValidate
      aria-labelledby={`${group}-title`}
      className="panel flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <h2 id={`${group}-title`} ref={title} tabIndex={-1} className="text-lg">
          {w.meanwhile(who)}
        </h2>
        <p className="text-secondary">{w.chooseText}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => all('yours')}>{w.allYours}</Button>
        <Button onClick={() => all('theirs')}>{w.allTheirs}</Button>
      </div>
      {conflict.differences.map(({ field }, index) => (
        <fieldset key={field.name} className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1 font-semibold">{field.label}</legend>
          <div className="grid gap-2 rail:grid-cols-2">
            {(['yours', 'theirs'] as const).map((side, place) => (
              <label
                key={side}
                className={`flex min-h-11 min-w-0 cursor-pointer items-start gap-3 rounded-control border p-3 ${
                  chosen[field.name] === side
                    ? 'border-accent bg-selected'
                    : 'border-control bg-surface hover:bg-hover'
                }`}
              >
                <input
                  id={place === 0 ? `${group}-${index}` : undefined}
                  type="radio"
                  name={`${group}-${field.name}`}
                  className="mt-1 size-4 shrink-0 accent-(--accent)"
                  checked={chosen[field.name] === side}
                  onChange={() => setChosen({ ...chosen, [field.name]: side })}
                />
                <span className="min-w-0">
                  <span className="block text-xs text-secondary">{w[side]}</span>
                  <span className="block break-words whitespace-pre-line">
                    {field.show(side === 'yours' ? edit.draft : conflict.theirs.draft)}
                  </span>
                </span>
              </label>
            ))}
          </div>
          {missing && !chosen[field.name] && <p className="text-danger">{w.chooseOne}</p>}
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {conflict.sends ? w.save : w.take}
        </Button>
        <Button look="quiet" onClick={edit.leave}>
          {w.back}
        </Button>
      </div>
    </form>
  );
}
