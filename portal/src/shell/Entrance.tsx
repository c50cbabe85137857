import type { ReactNode } from 'react';
import { PageHeader } from '@/components/PageHeader';
import { terms } from '@/words/terms';
import { Mark } from './Shell';

/** The frame of the screens that are open without signing in. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center p-4 py-10">
      <p className="mb-4 flex items-center gap-2 font-semibold">
        <Mark />
        {terms.product}
      </p>
      <div className="panel p-6">
        <PageHeader title={title} />
        {children}
      </div>
    </main>
  );
}
