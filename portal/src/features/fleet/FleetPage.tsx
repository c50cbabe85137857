import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { queries } from '@/api/queries';
import type { Driver, Vehicle } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { CapacityText } from '@/components/Figures';
import { useFilters, ViewTabs } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { signsIn } from './accounts';
import { words as w } from './words';

export function FleetPage() {
  const me = useMe();
  const [search] = useSearchParams();
  const vehicles = search.get('view') !== 'drivers';
  const manages = me.may('fleet.manage');
  return (
    <>
      <PageHeader title={shell.fleet}>
        {manages &&
          (vehicles ? (
            <ButtonLink look="primary" to="/fleet/vehicles/new">
              {terms.fleet.addVehicle}
            </ButtonLink>
          ) : (
            <ButtonLink look="primary" to="/fleet/drivers/new">
              {terms.fleet.addDriver}
            </ButtonLink>
          ))}
      </PageHeader>
      <ViewTabs
        label={w.views}
        name="view"
        views={[
          { value: 'vehicles', label: w.vehicles },
          { value: 'drivers', label: w.drivers },
        ]}
      />
      {vehicles ? <Vehicles manages={manages} /> : <Drivers manages={manages} />}
    </>
  );
}

function Vehicles({ manages }: { manages: boolean }) {
  const filters = useFilters(['after']);
  const vehicles = useQuery(queries.vehicles({ after: filters.values.after }));
  return (
    <Loaded query={vehicles}>
      {(page) =>
        page.items.length === 0 ? (
          <EmptyState
            title={w.noVehicles}
            text={w.noVehiclesText}
            action={manages && <ButtonLink to="/fleet/vehicles/new">{terms.fleet.addVehicle}</ButtonLink>}
          />
        ) : (
          <DataTable<Vehicle>
            label={w.vehicles}
            rows={page.items}
            rowKey={(vehicle) => vehicle.id}
            to={manages ? (vehicle) => `/fleet/vehicles/${vehicle.id}` : undefined}
            next={page.next}
            onMore={(after) => filters.set('after', after)}
            onFirst={filters.values.after ? () => filters.set('after', '') : undefined}
            columns={[
              { name: terms.fleet.vehicle, cell: (vehicle) => vehicle.name },
              { name: w.plate, cell: (vehicle) => vehicle.plate },
              { name: terms.fleet.equipment, cell: (vehicle) => terms.equipment[vehicle.equipment] },
              {
                name: terms.fleet.capacity,
                cell: (vehicle) => <CapacityText value={vehicle.capacity} />,
                numeric: true,
              },
              { name: w.state, cell: (vehicle) => <Active active={vehicle.active} /> },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function Drivers({ manages }: { manages: boolean }) {
  const me = useMe();
  const filters = useFilters(['after']);
  const members = useQuery({
    ...queries.everyMember(me.organisation?.id ?? ''),
    enabled: me.may('organisation.view') && me.organisation !== null,
  });
  const drivers = useQuery(queries.drivers({ after: filters.values.after }));
  return (
    <Loaded query={drivers}>
      {(page) =>
        page.items.length === 0 ? (
          <EmptyState
            title={w.noDrivers}
            text={w.noDriversText}
            action={manages && <ButtonLink to="/fleet/drivers/new">{terms.fleet.addDriver}</ButtonLink>}
          />
        ) : (
          <DataTable<Driver>
            label={w.drivers}
            rows={page.items}
            rowKey={(driver) => driver.id}
            to={manages ? (driver) => `/fleet/drivers/${driver.id}` : undefined}
            next={page.next}
            onMore={(after) => filters.set('after', after)}
            onFirst={filters.values.after ? () => filters.set('after', '') : undefined}
            columns={[
              { name: terms.fleet.driver, cell: (driver) => driver.name },
              { name: w.phone, cell: (driver) => driver.phone ?? terms.none },
              { name: w.account, cell: (driver) => signsIn(driver, members.data?.items) },
              { name: w.state, cell: (driver) => <Active active={driver.active} /> },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function Active({ active }: { active: boolean }) {
  return active === false ? <Pill tone="neutral">{w.inactive}</Pill> : <Pill tone="success">{w.active}</Pill>;
}
