import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { terms } from '@/words/terms';
import { Icon } from './Icon';

/** The screen's name, the path to it, and its one primary action. */
export function PageHeader({
  title,
  pills,
  back,
  children,
  level = 1,
}: {
  title: string;
  pills?: ReactNode;
  back?: { to: string; label: string };
  children?: ReactNode;
  level?: 1 | 2;
}) {
  useEffect(() => {
    document.title = terms.pageTitle(title);
  }, [title]);
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      {back && (
        <Link
          to={back.to}
          className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-control px-2 text-accent hover:bg-hover"
        >
          <Icon name="back" />
          {back.label}
        </Link>
      )}
      <div className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-2">
        <Heading className="text-xl">{title}</Heading>
        {pills}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </header>
  );
}

export function Panel({
  title,
  children,
  actions,
  className = '',
}: {
  title?: string;
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <section className={`panel p-4 ${className}`} aria-label={title}>
      {title && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-base">{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** Named facts of a record: the term beside the value, or above it on a phone. */
export function Facts({ items }: { items: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-x-6 gap-y-3">
      {items.map((item) => (
        <div key={item.term} className="min-w-0">
          <dt className="text-xs text-secondary">{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
