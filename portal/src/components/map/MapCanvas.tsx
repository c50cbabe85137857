import {
  LngLatBounds,
  Map as LibreMap,
  NavigationControl,
  setWorkerUrl,
  type GeoJSONSource,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import statesUrl from 'us-atlas/states-10m.json?url';
import countriesUrl from 'world-atlas/countries-50m.json?url';
import { maps } from '@/words/maps';
import { phone } from '@/words/phone';
import { freshness } from '../Freshness';
import { usePreferences } from '../preferences';
import citiesUrl from './cities.json?url';
import { circle, collection, line, point } from './geometry';
import type { MapContent } from './MapView';
import { imagePixelRatio, mapStyle, vehicleImages } from './style';

setWorkerUrl(workerUrl);

const movingMetersPerSecond = 0.5;

type City = [name: string, latitude: number, longitude: number, zoom: number];

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`map file: ${response.status}`);
  return (await response.json()) as T;
}

async function drawGround(map: LibreMap): Promise<void> {
  const set = (source: string, data: GeoJSON.GeoJSON) => map.getSource<GeoJSONSource>(source)?.setData(data);
  const countries = await read<Topology>(countriesUrl);
  set('countries', feature(countries, countries.objects.countries as GeometryCollection));
  const states = await read<Topology>(statesUrl);
  const inner = mesh(states, states.objects.states as GeometryCollection, (a, b) => a !== b);
  set('states', { type: 'Feature', properties: {}, geometry: inner });
  const cities = await read<City[]>(citiesUrl);
  set(
    'cities',
    collection(
      cities.map(([name, latitude, longitude, zoom]) => point({ latitude, longitude }, { name, zoom })),
    ),
  );
}

function drawContent(map: LibreMap, content: MapContent): void {
  const set = (source: string, features: GeoJSON.Feature[]) =>
    map.getSource<GeoJSONSource>(source)?.setData(collection(features));
  set(
    'stops',
    content.stops.map((stop) => point(stop, { name: stop.name })),
  );
  set(
    'fences',
    content.stops.flatMap((stop) => (stop.radiusMeters ? [circle(stop, stop.radiusMeters)] : [])),
  );
  set('planned', content.planned.filter((route) => route.length > 1).map(line));
  set('driven', content.driven.filter((track) => track.length > 1).map(line));
  set(
    'vehicles',
    content.vehicles.map((vehicle) => {
      const moving =
        (vehicle.speedMetersPerSecond ?? 0) > movingMetersPerSecond && vehicle.headingDegrees !== null;
      const age = freshness(vehicle.at, Date.now());
      const shape = moving && age !== 'stale' ? 'arrow' : 'square';
      return point(vehicle, {
        name: vehicle.name,
        icon: `${shape}-${age}`,
        heading: shape === 'arrow' ? vehicle.headingDegrees : 0,
      });
    }),
  );
}

function bounds(content: MapContent): LngLatBounds | null {
  const all = [...content.stops, ...content.vehicles, ...content.driven.flat()];
  if (all.length === 0) return null;
  return all.reduce(
    (box, at) => box.extend([at.longitude, at.latitude]),
    new LngLatBounds([all[0]!.longitude, all[0]!.latitude], [all[0]!.longitude, all[0]!.latitude]),
  );
}

/** The map itself, in a chunk of its own. */
export default function MapCanvas({
  content,
  label,
  onMap,
}: {
  content: MapContent;
  label: string;
  /** Called with each map that is made, before it is drawn. A caller that takes the map also handles the keys. */
  onMap?: (map: LibreMap | null) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<LibreMap | null>(null);
  const latest = useRef(content);
  const [fault, setFault] = useState<'unavailable' | 'missing' | null>(null);
  const [idle, setIdle] = useState(false);
  const { theme } = usePreferences();
  latest.current = content;

  useEffect(() => {
    let made: LibreMap;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    try {
      made = new LibreMap({
        container: box.current!,
        style: mapStyle(),
        bounds: bounds(latest.current) ?? [-125, 24, -66, 50],
        fitBoundsOptions: { padding: 48, maxZoom: 12 },
        attributionControl: false,
        fadeDuration: still ? 0 : 200,
        maxZoom: 16,
        keyboard: onMap === undefined,
        locale: {
          'Map.Title': label,
          'NavigationControl.ZoomIn': maps.zoomIn,
          'NavigationControl.ZoomOut': maps.zoomOut,
        },
      });
    } catch {
      setFault('unavailable');
      return;
    }
    map.current = made;
    onMap?.(made);
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.on('load', () => {
      for (const [name, image] of Object.entries(vehicleImages())) {
        made.addImage(name, image, { pixelRatio: imagePixelRatio });
      }
      drawContent(made, latest.current);
      drawGround(made)
        .then(() => made.once('idle', () => setIdle(true)))
        .catch(() => setFault('missing'));
    });
    return () => {
      map.current = null;
      onMap?.(null);
      made.remove();
    };
  }, [theme, label, onMap]);

  useEffect(() => {
    if (map.current?.isStyleLoaded()) drawContent(map.current, content);
  }, [content]);

  if (fault) {
    const why = fault === 'missing' ? phone.device.mapMissing : maps.unavailable;
    return <p className="p-4 text-secondary">{why}</p>;
  }
  return <div ref={box} data-map={idle ? 'idle' : 'drawing'} className="h-full w-full" />;
}
