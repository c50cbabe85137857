import { useRef, useState } from 'react';
import { post } from '@/api/http';
import type { StoredDocument } from '@/api/types';
import { Button } from '@/components/Button';
import { accepted, fileProblem, megabytes } from '@/components/FileDrop';
import { Field, NoteField, type FormErrors } from '@/components/Form';
import { useMe } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { words as w } from './words';

const mostFiles = 10;

/** What one side says about a contest: words, and photos or papers that are stored first. */
export function useStatement() {
  const [said, setSaid] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  // A file that arrived before the rest was refused is not sent again.
  const sent = useRef(new Map<File, string>());
  return {
    said,
    setSaid,
    files,
    setFiles,
    wrong: () => [
      ...(said.trim() ? [] : [{ pointer: '/words', detail: inputs.forms.required(w.words) }]),
      ...(files.length > mostFiles ? [{ pointer: '/documentIds', detail: w.tooMany(mostFiles) }] : []),
      ...files.flatMap((file) => {
        const problem = fileProblem(file);
        return problem ? [{ pointer: '/documentIds', detail: `${file.name}: ${problem}` }] : [];
      }),
    ],
    /** Stores the files, and makes the body that the server takes. */
    body: async () => {
      const documentIds: string[] = [];
      for (const file of files) documentIds.push(await store(file, sent.current));
      return { words: said.trim(), documentIds };
    },
  };
}

/** The file is not stored as one of the booking, since the driver could read that. A file that belongs to the contest is for the two sides alone. */
async function store(file: File, sent: Map<File, string>): Promise<string> {
  const known = sent.get(file);
  if (known) return known;
  const form = new FormData();
  form.set('file', file);
  const { id } = await post<StoredDocument>('/documents', form);
  sent.set(file, id);
  return id;
}

export function StatementFields({
  statement,
  hint,
  errors,
}: {
  statement: ReturnType<typeof useStatement>;
  hint: string;
  errors: FormErrors;
}) {
  const me = useMe();
  const { files, setFiles } = statement;
  return (
    <>
      <NoteField
        pointer="/words"
        label={w.words}
        hint={hint}
        value={statement.said}
        onValue={statement.setSaid}
      />
      {me.may('documents.store') && (
        <Field pointer="/documentIds" label={w.photos} hint={w.photosHint(mostFiles, megabytes)} optional>
          {({ clear, ...control }) => (
            <div className="rounded-panel border border-dashed border-control p-3">
              <input
                {...control}
                type="file"
                multiple
                accept={accepted.join(',')}
                className="block min-h-11 w-full file:mr-3 file:min-h-11 file:rounded-control file:border file:border-control file:bg-surface file:px-4 file:font-semibold file:text-text"
                onChange={(event) => {
                  clear();
                  setFiles([...files, ...(event.target.files ?? [])]);
                  event.target.value = '';
                }}
              />
              {files.length > 0 && (
                <ul className="mt-2 flex flex-col gap-1">
                  {files.map((file, index) => (
                    <li key={`${file.name}${index}`} className="flex items-center justify-between gap-3">
                      <span className="min-w-0 break-all">
                        {terms.documents.file(file.name, Math.ceil(file.size / 1024))}
                      </span>
                      <Button
                        look="quiet"
                        aria-label={w.remove(file.name)}
                        onClick={() => {
                          errors.clear('/documentIds');
                          setFiles(files.filter((other) => other !== file));
                        }}
                      >
                        {terms.actions.remove}
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </Field>
      )}
    </>
  );
}
