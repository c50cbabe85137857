import { useState } from 'react';
import { Button } from './Button';

/** A search field that searches when the person submits it, not while they type. */
export function SearchForm({
  label,
  find,
  value,
  onSearch,
}: {
  label: string;
  find: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <form
      role="search"
      className="mb-4 flex max-w-xl flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <label className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
        <span className="font-semibold">{label}</span>
        <input
          className="control"
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Button type="submit">{find}</Button>
    </form>
  );
}
