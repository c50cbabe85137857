import { lazy, Suspense } from 'react';
import { words } from '@/words';
import { Skeleton } from '../States';

export interface MapPoint {
  latitude: number;
  longitude: number;
}

export interface MapContent {
  stops: (MapPoint & { name: string; radiusMeters?: number | null })[];
  /** Straight lines between stops in order, one list a booking. */
  planned: MapPoint[][];
  driven: MapPoint[][];
  vehicles: (MapPoint & {
    name: string;
    at: string;
    speedMetersPerSecond: number | null;
    headingDegrees: number | null;
  })[];
}

const MapCanvas = lazy(() => import('./MapCanvas'));

/** A map of what the list beside it says; it shows no roads and says so. */
export function MapView({
  content,
  label,
  tall = false,
}: {
  content: MapContent;
  label: string;
  tall?: boolean;
}) {
  return (
    <figure aria-label={label} className="panel overflow-hidden">
      <div className={tall ? 'h-[60dvh] min-h-72' : 'h-80'}>
        <Suspense fallback={<Skeleton rows={2} />}>
          <MapCanvas content={content} label={label} />
        </Suspense>
      </div>
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-3 py-2 text-xs text-secondary">
        <span className="font-semibold">{words.map.noRoads}</span>
        <Key dashed label={words.map.planned} />
        <Key label={words.map.driven} />
        <span>{words.map.attribution}</span>
      </figcaption>
    </figure>
  );
}

function Key({ label, dashed = false }: { label: string; dashed?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden="true" width="28" height="6">
        <path
          d="M0 3h28"
          strokeWidth={dashed ? 2 : 3}
          strokeDasharray={dashed ? '6 4' : undefined}
          className={dashed ? 'stroke-secondary' : 'stroke-accent'}
        />
      </svg>
      {label}
    </span>
  );
}
