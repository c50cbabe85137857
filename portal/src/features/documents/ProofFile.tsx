import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { download } from '@/api/http';
import { queries } from '@/api/queries';
import { Loaded } from '@/components/States';
import { words } from '@/words';

const w = words.documents;

/** A stored file: shown where it is a picture, offered to open where not. It needs the token, so no plain link does. */
export function ProofFile({ id }: { id: string }) {
  const document = useQuery(queries.document(id));
  const content = useQuery({
    queryKey: ['content', id],
    queryFn: () => download(`/documents/${encodeURIComponent(id)}/content`),
    staleTime: Infinity,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!content.data) return;
    const made = URL.createObjectURL(content.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content.data]);
  return (
    <Loaded query={document} rows={1}>
      {(data) => (
        <figure>
          {url && data.mediaType.startsWith('image/') && (
            <img src={url} alt={w.alt(data.name)} className="max-h-80 rounded-panel border border-line" />
          )}
          <figcaption className="mt-2 flex flex-wrap items-center gap-3">
            <span>{w.file(data.name, Math.ceil(data.sizeBytes / 1024))}</span>
            {url && (
              <a className="link inline-flex min-h-11 items-center" href={url} download={data.name}>
                {w.download}
              </a>
            )}
          </figcaption>
        </figure>
      )}
    </Loaded>
  );
}
