import type { Map as LibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { maps } from '@/words/maps';
import { sites } from '@/words/sites';
import { terms } from '@/words/terms';
import { degrees, rounded, type Point } from '../coordinates';
import MapCanvas from './MapCanvas';

const w = sites.points;
const arrows: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const stepPixels = 10;
const farPixels = 60;
const edgePixels = 40;
const metersPerPixelAtZoomZero = 78_271.517;

/** The zoom at which the circle fills a good part of the map. */
function zoomFor({ latitude }: Point, radiusMeters: number): number {
  const across = metersPerPixelAtZoomZero * Math.cos((latitude * Math.PI) / 180);
  return Math.max(3, Math.min(16, Math.log2((across * 90) / radiusMeters)));
}

/** A map with one pin and the circle around it; the pin is moved by keys or by a click. */
export default function PinCanvas({
  label,
  start,
  point,
  radiusMeters,
  onPoint,
}: {
  label: string;
  /** The middle of the map while there is no point. */
  start: Point;
  point: Point | null;
  radiusMeters: number;
  onPoint: (point: Point) => void;
}) {
  const [at, setAt] = useState(point ?? start);
  const map = useRef<LibreMap | null>(null);
  const latest = useRef({ at, radiusMeters, onPoint });
  latest.current = { at, radiusMeters, onPoint };
  const known = point ?? start;

  const onMap = useCallback((made: LibreMap | null) => {
    map.current = made;
    if (!made) return;
    const { at: pin, radiusMeters: radius } = latest.current;
    made.jumpTo({ center: [pin.longitude, pin.latitude], zoom: zoomFor(pin, radius) });
    made.getCanvas().tabIndex = -1;
    made.on('click', ({ lngLat }) => {
      const there = rounded({ latitude: lngLat.lat, longitude: lngLat.wrap().lng });
      setAt(there);
      latest.current.onPoint(there);
    });
  }, []);

  useEffect(() => {
    setAt({ latitude: known.latitude, longitude: known.longitude });
    const center = map.current?.getCenter();
    if (center && (center.lat !== known.latitude || center.lng !== known.longitude)) {
      map.current?.jumpTo({ center: [known.longitude, known.latitude] });
    }
  }, [known.latitude, known.longitude]);

  useEffect(() => {
    map.current?.jumpTo({ zoom: zoomFor(latest.current.at, radiusMeters) });
  }, [radiusMeters]);

  function move([east, south]: [number, number], pixels: number): void {
    const drawn = map.current;
    if (!drawn) return;
    const from = drawn.project([at.longitude, at.latitude]);
    const to = { x: from.x + east * pixels, y: from.y + south * pixels };
    const { lng, lat } = drawn.unproject([to.x, to.y]).wrap();
    const there = rounded({ latitude: lat, longitude: lng });
    setAt(there);
    const { clientWidth, clientHeight } = drawn.getContainer();
    const inside =
      to.x > edgePixels &&
      to.x < clientWidth - edgePixels &&
      to.y > edgePixels &&
      to.y < clientHeight - edgePixels;
    if (!inside) drawn.jumpTo({ center: [there.longitude, there.latitude] });
  }

  function keys(event: KeyboardEvent): void {
    const arrow = arrows[event.key];
    if (arrow) {
      event.preventDefault();
      move(arrow, event.shiftKey ? farPixels : stepPixels);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onPoint(at);
    } else if (event.key === '+' || event.key === '=' || event.key === '-') {
      event.preventDefault();
      map.current?.jumpTo({ zoom: map.current.getZoom() + (event.key === '-' ? -1 : 1) });
    }
  }

  const content = useMemo(
    () => ({ stops: [{ ...at, name: '', radiusMeters }], planned: [], driven: [], vehicles: [] }),
    [at, radiusMeters],
  );
  const moved = at.latitude !== known.latitude || at.longitude !== known.longitude;
  return (
    <>
      {/* It takes the arrow keys itself, as the pattern of a widget without a native role does. */}
      <div
        role="application"
        aria-label={label}
        aria-description={w.keys}
        tabIndex={0}
        onKeyDown={keys}
        className="h-72 overflow-hidden rounded-control"
      >
        <MapCanvas content={content} label={label} onMap={onMap} />
      </div>
      <p className="text-xs text-secondary">{terms.dotted([w.keys, maps.noRoads])}</p>
      <p role="status" className="figures">
        {moved ? w.pinMoved(degrees(at)) : point ? w.pinSet(degrees(point)) : w.noPin}
      </p>
    </>
  );
}
