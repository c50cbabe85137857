import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { download } from '@/api/http';
import { terms } from '@/words/terms';

const w = terms.documents;

/** A stored file. A picture is shown; any other file can be opened. Reading it needs the token, so a plain link would not work. */
export function StoredFile({
  path,
  file,
  alt,
}: {
  path: string;
  file: { id: string; name: string; mediaType: string; sizeBytes: number };
  alt: string;
}) {
  const content = useQuery({
    queryKey: ['content', file.id],
    queryFn: () => download(path),
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
    <figure>
      {url && file.mediaType.startsWith('image/') && (
        <img src={url} alt={alt} className="max-h-80 rounded-panel border border-line" />
      )}
      <figcaption className="mt-2 flex flex-wrap items-center gap-3">
        <span className="break-all">{w.file(file.name, Math.ceil(file.sizeBytes / 1024))}</span>
        {url && (
          <a className="link inline-flex min-h-11 items-center" href={url} download={file.name}>
            {w.download}
          </a>
        )}
      </figcaption>
    </figure>
  );
}
