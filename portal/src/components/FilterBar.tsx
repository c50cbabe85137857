import { useSearchParams } from 'react-router';
import { terms } from '@/words/terms';
import { Button } from './Button';

export interface Filter {
  name: string;
  label: string;
  choices: { value: string; label: string }[];
}

/** What the address says now. A screen that is still being drawn knows only the address of before, and would lose a filter that was set a moment ago. */
function inAddress(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}

/** Filters live in the URL, so that reload, Back and a shared link keep the view. */
export function useFilters(names: string[]): {
  values: Record<string, string>;
  set: (name: string, value: string) => void;
  clear: () => void;
  any: boolean;
} {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? '']));
  return {
    values,
    any: names.some((name) => name !== 'after' && search.get(name)),
    set: (name, value) =>
      setSearch(() => {
        const after = inAddress();
        if (value) after.set(name, value);
        else after.delete(name);
        if (name !== 'after') after.delete('after');
        return after;
      }),
    clear: () =>
      setSearch(() => {
        const after = inAddress();
        names.forEach((name) => after.delete(name));
        return after;
      }),
  };
}

export function FilterBar({ filters, state }: { filters: Filter[]; state: ReturnType<typeof useFilters> }) {
  return (
    <search className="mb-4 flex flex-wrap items-end gap-3">
      {filters.map((filter) => (
        <label key={filter.name} className="flex flex-col gap-1">
          <span className="text-xs text-secondary">{filter.label}</span>
          <select
            className="control rail:min-h-9 rail:py-1 rail:text-sm pointer-coarse:min-h-11"
            value={state.values[filter.name]}
            onChange={(event) => state.set(filter.name, event.target.value)}
          >
            <option value="">{terms.filters.all}</option>
            {filter.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {state.any && (
        <Button look="quiet" onClick={state.clear}>
          {terms.filters.clear}
        </Button>
      )}
    </search>
  );
}

/** Tabs for two or three lists of one screen; the URL says which one is open. */
export function ViewTabs({
  label,
  name,
  views,
}: {
  label: string;
  name: string;
  views: { value: string; label: string }[];
}) {
  const [search, setSearch] = useSearchParams();
  const current = search.get(name) ?? views[0]!.value;
  return (
    <div role="group" aria-label={label} className="mb-4 flex flex-wrap gap-1">
      {views.map((view) => (
        <button
          key={view.value}
          type="button"
          aria-pressed={current === view.value}
          className={`min-h-11 rounded-control border px-4 font-semibold rail:min-h-9 pointer-coarse:min-h-11 ${
            current === view.value
              ? 'border-accent bg-selected text-accent'
              : 'border-transparent text-secondary hover:bg-hover'
          }`}
          onClick={() => setSearch(view.value === views[0]!.value ? {} : { [name]: view.value })}
        >
          {view.label}
        </button>
      ))}
    </div>
  );
}
