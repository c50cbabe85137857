import { list, one, type Filter } from '@/api/reads';
import type { Driver, Vehicle } from '@/api/types';

export const queries = {
  drivers: (filter: Filter = {}) => list<Driver>('drivers', '/drivers', filter),
  vehicles: (filter: Filter = {}) => list<Vehicle>('vehicles', '/vehicles', filter),
  driver: (id: string) => one<Driver>('drivers', '/drivers', id),
  vehicle: (id: string) => one<Vehicle>('vehicles', '/vehicles', id),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
