import { useState } from 'react';
import { inputs } from '@/words/inputs';
import { Field } from './Form';

export const megabytes = 10;
export const accepted = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

/** What is wrong with a file before it is sent, or null. The server judges the content itself; this check only saves the wait. */
export function fileProblem(file: File): string | null {
  if (file.size > megabytes * 1024 * 1024) return inputs.files.tooLarge(megabytes);
  if (file.size === 0) return inputs.files.empty;
  if (!accepted.includes(file.type)) return inputs.files.wrongType;
  return null;
}

/** Takes a file that somebody picks, photographs with the phone's camera, or drops here. */
export function FileDrop({
  pointer,
  label,
  value,
  onValue,
}: {
  pointer: string;
  label: string;
  value: File | null;
  onValue: (file: File | null) => void;
}) {
  const [over, setOver] = useState(false);
  return (
    <Field pointer={pointer} label={label} hint={inputs.files.hint(megabytes)}>
      {({ clear, ...control }) => (
        <div
          className={`rounded-panel border border-dashed p-3 ${over ? 'border-accent bg-selected' : 'border-control'}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            clear();
            onValue(event.dataTransfer.files[0] ?? null);
          }}
        >
          <input
            {...control}
            type="file"
            accept={accepted.join(',')}
            className="block min-h-11 w-full file:mr-3 file:min-h-11 file:rounded-control file:border file:border-control file:bg-surface file:px-4 file:font-semibold file:text-text"
            onChange={(event) => {
              clear();
              onValue(event.target.files?.[0] ?? null);
            }}
          />
          {value && <p className="mt-2">{inputs.files.chosen(value.name, Math.ceil(value.size / 1024))}</p>}
        </div>
      )}
    </Field>
  );
}
