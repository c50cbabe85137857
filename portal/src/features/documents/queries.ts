import { one } from '@/api/reads';
import type { StoredDocument } from '@/api/types';

export const queries = {
  document: (id: string) => one<StoredDocument>('documents', '/documents', id),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
