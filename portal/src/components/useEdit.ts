import { useEffect, useRef, useState } from 'react';
import { Problem } from '@/api/problem';
import { announce } from './Announcer';
import { useKept } from './useKept';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';

/** One field of a draft, as far as two drafts are held against each other. */
export interface EditField<D> {
  name: string;
  label: string;
  /** What is compared, as JSON. */
  value: (draft: D) => unknown;
  /** In words. */
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

/** For what no event tells of: while a form of it is open, and seen, it is looked at again and again. */
export function beingEdited<Q extends object>(query: Q): Q & { refetchInterval: number } {
  return { ...query, refetchInterval: lookAgainMillis };
}

interface Version<D> {
  version: number;
  draft: D;
}

export type Side = 'yours' | 'theirs';

/** A field in which the draft and what is there now differ; who alone changed it is chosen already. */
export interface Difference<D> {
  field: EditField<D>;
  chosen: Side | undefined;
}

export interface Conflict<D> {
  theirs: Version<D>;
  differences: Difference<D>[];
  /** Sent again once everything is chosen. */
  sends: boolean;
}

export interface Edit<D, T = never> {
  draft: D;
  setDraft: (draft: D) => void;
  set: (change: Partial<D>) => void;
  /** What the draft began from, for If-Match; undefined for something new. */
  version: () => number | undefined;
  /** The form stays open over what was saved. */
  saved: (thing: T) => void;
  /** Forgets what is kept of it in this browser. */
  discard: () => void;
  /** Somebody has changed it since the draft began. */
  meanwhile: boolean;
  /** The version that it has now. */
  versionNow: number | undefined;
  conflict: Conflict<D> | null;
  /** Shows both, before anything is sent. */
  compare: () => void;
  /** Back to the draft, which is as it was. */
  leave: () => void;
  /** Takes what was chosen: from then on the draft stands on what is there now. */
  resolve: (chosen: Record<string, Side>) => D;
  /** For a command's refusal: a stale draft is held against what is there, anything else is told. */
  refused: (send: (draft: D) => void, tell: (problem: Problem) => void) => (problem: Problem) => void;
}

interface Source<T, D> {
  /** What is edited, as the screen knows it now; null for something new. */
  thing: T | null;
  draftOf: (thing: T) => D;
  empty: () => D;
  fields: (one: D, other: D) => EditField<D>[];
  /** Reads it as it is at this moment. */
  read: () => Promise<T>;
  /** Under which name the draft survives a reload. */
  kept?: string;
  /** A form that always stands open follows what is there as long as nobody has typed. */
  follows?: boolean;
}

interface Kept<D> {
  base: Version<D> | null;
  draft: D;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A form's draft of something that others may change meanwhile. It keeps the version that it began from, however often the screen
 * reads the thing anew, so that the server refuses what would overwrite another's change; then both are shown field by field.
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
    // Where nothing was typed there is nothing to hold on to.
    (found) => {
      // A draft of something new was once kept by itself.
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
    // Only what is newer than the draft makes it anew.
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
      // Nothing of this form was changed: it goes on from there.
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
