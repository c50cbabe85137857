import { Component, lazy, Suspense, useState, type ReactNode } from 'react';
import { maps } from '@/words/maps';
import { phone } from '@/words/phone';
import { Skeleton } from '../States';

export interface MapPoint {
  latitude: number;
  longitude: number;
}

export interface MapContent {
  stops: (MapPoint & { name: string; radiusMeters?: number | null })[];
  /** Straight lines between the stops in order, one list for each booking. */
  planned: MapPoint[][];
  driven: MapPoint[][];
  vehicles: (MapPoint & {
    name: string;
    at: string;
    speedMetersPerSecond: number | null;
    headingDegrees: number | null;
  })[];
}

/** The map needs a connection. Where it did not load, the text beside it says everything that it would show. */
class OrWithout extends Component<
  { children: (attempt: number) => ReactNode },
  { failed: boolean; attempt: number }
> {
  override state = { failed: false, attempt: 0 };
  static getDerivedStateFromError = () => ({ failed: true });
  private again = () => {
    if (this.state.failed) this.setState(({ attempt }) => ({ failed: false, attempt: attempt + 1 }));
  };
  override componentDidMount() {
    window.addEventListener('online', this.again);
  }
  override componentWillUnmount() {
    window.removeEventListener('online', this.again);
  }
  override render() {
    if (this.state.failed) return <p className="p-4 text-secondary">{phone.device.mapMissing}</p>;
    return this.props.children(this.state.attempt);
  }
}

/** Made anew for each attempt, since a lazy component whose load has failed fails for ever. */
function Canvas(props: { content: MapContent; label: string }) {
  const [MapCanvas] = useState(() => lazy(() => import('./MapCanvas')));
  return (
    <Suspense fallback={<Skeleton rows={2} />}>
      <MapCanvas {...props} />
    </Suspense>
  );
}

/** A map of what the list beside it says. It shows no roads, and says so. */
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
        <OrWithout>{(attempt) => <Canvas key={attempt} content={content} label={label} />}</OrWithout>
      </div>
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-3 py-2 text-xs text-secondary">
        <span className="font-semibold">{maps.noRoads}</span>
        <Key dashed label={maps.planned} />
        <Key label={maps.driven} />
        <span>{maps.attribution}</span>
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
