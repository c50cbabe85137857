import { useEffect, useRef, useState } from 'react';
import { Problem } from '@/api/problem';
import { announce } from './Announcer';
import { useKept } from './useKept';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';

/** One field of a draft, for comparing two drafts. */
export interface EditField<D> {
  name: string;
  label: string;
  /** The value that is compared, as JSON. */
  value: (draft: D) => unknown;
  /** The value in words. */
  show: (draft: D) => string;
  take: (into: D, from: D) => D;
}

/** A field that is one attribute of the draft. */
export function attribute<D, K extends keyof D & string>(
  name: K,
  label: string,
  show: (value: D[K]) => string = (value) => String(value),
): EditField<D> {
  return {
    name,
    label,
    value: (draft) => draft[name],
    show: (draft) => show(draft[name]) || terms.none,
    take: (into, from) => ({ ...into, [name]: from[name] }),
  };
}

const lookAgainMillis = 2000;

/** For things about which no event tells: while a form of it is open and visible, it is read again regularly. */
export function beingEdited<Q extends object>(query: Q): Q & { refetchInterval: number } {
  return { ...query, refetchInterval: lookAgainMillis };
}

interface Version<D> {
  version: number;
  draft: D;
}

export type Side = 'yours' | 'theirs';

/** A field in which the draft and the present version differ. If only one side changed it, that side is already chosen. */
export interface Difference<D> {
  field: EditField<D>;
  chosen: Side | undefined;
}

export interface Conflict<D> {
  theirs: Version<D>;
  differences: Difference<D>[];
  /** Whether the command is sent again once everything is chosen. */
  sends: boolean;
}

export interface Edit<D, T = never> {
  draft: D;
  setDraft: (draft: D) => void;
  set: (change: Partial<D>) => void;
  /** The version that the draft began from, for If-Match; undefined for something new. */
  version: () => number | undefined;
  /** For a form that stays open: the draft begins again from what was saved. */
  saved: (thing: T) => void;
  /** Deletes the draft that this browser keeps. */
  discard: () => void;
  /** Whether somebody has changed the thing since the draft began. */
  meanwhile: boolean;
  /** The version that the thing has now. */
  versionNow: number | undefined;
  conflict: Conflict<D> | null;
  /** Shows both sides before anything is sent. */
  compare: () => void;
  /** Goes back to the draft, which is unchanged. */
  leave: () => void;
  /** Takes what was chosen; from then on the draft is based on the present version. */
  resolve: (chosen: Record<string, Side>) => D;
  /** Makes the handler for a command's refusal: a stale draft is compared with the present version, any other problem goes to `tell`. */
  refused: (send: (draft: D) => void, tell: (problem: Problem) => void) => (problem: Problem) => void;
}

interface Source<T, D> {
  /** The edited thing as the screen knows it now; null for something new. */
  thing: T | null;
  draftOf: (thing: T) => D;
  empty: () => D;
  fields: (one: D, other: D) => EditField<D>[];
  /** Reads the thing as it is at this moment. */
  read: () => Promise<T>;
  /** The name under which the draft survives a reload. */
  kept?: string;
  /** For a form that is always open: it follows the thing as long as nobody has typed. */
  follows?: boolean;
}

interface Kept<D> {
  base: Version<D> | null;
  draft: D;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A form's draft of something that others may change meanwhile. It keeps the version that it began from, however often the screen reads the thing again, so
 * that the server refuses a save that would overwrite another person's change. Then both sides are shown field by field.
 */
export function useEdit<T extends { version: number }, D extends object>({
  thing,
  draftOf,
  empty,
  fields,
  read,
  kept,
  follows = false,
}: Source<T, D>): Edit<D, T> {
  const versionOf = (one: T): Version<D> => ({ version: one.version, draft: draftOf(one) });
  const begin = (): Kept<D> => {
    const base = thing && versionOf(thing);
    return { base, draft: base ? base.draft : empty() };
  };
  const [state, setState, discard] = useKept<Kept<D>>(
    kept,
    begin,
    // A draft in which nothing was typed is replaced by the present version.
    (found) => {
      // Earlier versions kept the draft of something new without this wrapping.
      if (!('draft' in found)) return { base: null, draft: found as D };
      return thing && (!found.base || same(found.base.draft, found.draft)) ? begin() : found;
    },
  );
  const [conflict, setConflict] = useState<Conflict<D> | null>(null);
  const latest = useRef(state);
  latest.current = state;

  function become(next: Kept<D>): void {
    latest.current = next;
    setState(next);
  }

  const newer = thing && state.base && thing.version > state.base.version ? draftOf(thing) : null;
  const untouched = state.base !== null && same(state.base.draft, state.draft);
  useEffect(() => {
    if (follows && newer && untouched && !conflict) become(begin());
    // Only a version newer than the draft's makes it begin again.
    // eslint-disable-next-line
  }, [thing?.version, untouched]);
  const base = state.base?.draft;
  const differs =
    newer !== null &&
    base !== undefined &&
    fields(base, newer).some((field) => !same(field.value(base), field.value(newer)));

  function differences(theirs: Version<D>): { others: boolean; all: Difference<D>[] } {
    const { draft, base } = latest.current;
    const before = base?.draft ?? draft;
    const listed = fields(draft, theirs.draft);
    const changedBy = (field: EditField<D>, one: D) => !same(field.value(before), field.value(one));
    return {
      others: listed.some((field) => changedBy(field, theirs.draft)),
      all: listed
        .filter((field) => !same(field.value(draft), field.value(theirs.draft)))
        .map((field) => ({
          field,
          chosen: !changedBy(field, draft) ? 'theirs' : !changedBy(field, theirs.draft) ? 'yours' : undefined,
        })),
    };
  }

  async function compare(send?: (draft: D) => void): Promise<void> {
    const theirs = versionOf(await read());
    const { others, all } = differences(theirs);
    if (all.length === 0 || (!others && send)) {
      // Others changed nothing of this form's fields, so the draft continues from their version.
      become({ base: theirs, draft: latest.current.draft });
      if (send) send(latest.current.draft);
      else announce(inputs.edit.same);
      return;
    }
    setConflict({ theirs, differences: all, sends: send !== undefined });
  }

  return {
    draft: state.draft,
    setDraft: (draft) => become({ ...latest.current, draft }),
    set: (change) => become({ ...latest.current, draft: { ...latest.current.draft, ...change } }),
    version: () => latest.current.base?.version,
    discard,
    meanwhile: !conflict && differs && !(follows && untouched),
    saved: (one) => {
      const now = versionOf(one);
      become({ base: now, draft: now.draft });
    },
    versionNow: thing?.version,
    conflict,
    compare: () => void compare().catch((fault) => announce(Problem.of(fault).message)),
    leave: () => setConflict(null),
    resolve: (chosen) => {
      if (!conflict) return latest.current.draft;
      const draft = conflict.differences.reduce(
        (into, { field }) =>
          chosen[field.name] === 'theirs' ? field.take(into, conflict.theirs.draft) : into,
        latest.current.draft,
      );
      become({ base: conflict.theirs, draft });
      setConflict(null);
      return draft;
    },
    refused: (send, tell) => (problem) => {
      if (problem.status !== 412) return tell(problem);
      compare(send).catch((fault) => tell(Problem.of(fault)));
    },
  };
}
