import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import { Loaded } from '@/components/States';
import { StoredFile } from '@/components/StoredFile';
import { terms } from '@/words/terms';

/** The file of a proof, or any other file that was stored for a booking. */
export function ProofFile({ id }: { id: string }) {
  const document = useQuery(queries.document(id));
  return (
    <Loaded query={document} rows={1}>
      {(data) => (
        <StoredFile
          path={`/documents/${encodeURIComponent(id)}/content`}
          file={data}
          alt={terms.documents.alt(data.name)}
        />
      )}
    </Loaded>
  );
}
