import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { collection } from './geometry';

/**
 * The map's drawing: land, borders and cities from our own files. No tiles, no glyphs, and no host but this one. Sources named here start empty and are
 * filled by MapView.
 */

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const empty = { type: 'geojson', data: collection([]) } as const;

export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: empty,
      states: empty,
      cities: empty,
      fences: empty,
      planned: empty,
      driven: empty,
      stops: empty,
      vehicles: empty,
    },
    layers: [...ground(), ...routes(), ...points()],
  };
}

function ground(): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': token('map-water') } },
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': token('map-land') } },
    {
      id: 'states',
      type: 'line',
      source: 'states',
      minzoom: 3,
      paint: { 'line-color': token('map-border'), 'line-width': 0.5, 'line-dasharray': [2, 3] },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'countries',
      paint: { 'line-color': token('map-border'), 'line-width': 1, 'line-dasharray': [4, 2] },
    },
    {
      id: 'cities',
      type: 'symbol',
      source: 'cities',
      filter: ['<=', ['get', 'zoom'], ['zoom']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['system-ui', 'sans-serif'],
        'text-size': 12,
        'text-padding': 12,
        'symbol-sort-key': ['get', 'zoom'],
      },
      paint: {
        'text-color': token('secondary'),
        'text-halo-color': token('map-land'),
        'text-halo-width': 1.5,
      },
    },
  ];
}

function routes(): LayerSpecification[] {
  return [
    {
      id: 'fence-fill',
      type: 'fill',
      source: 'fences',
      paint: { 'fill-color': token('accent'), 'fill-opacity': 0.12 },
    },
    {
      id: 'fence-line',
      type: 'line',
      source: 'fences',
      paint: { 'line-color': token('accent'), 'line-width': 2 },
    },
    {
      id: 'planned',
      type: 'line',
      source: 'planned',
      paint: { 'line-color': token('secondary'), 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'driven',
      type: 'line',
      source: 'driven',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': token('accent'), 'line-width': 3 },
    },
  ];
}

function points(): LayerSpecification[] {
  const label = {
    'text-font': ['system-ui', 'sans-serif'],
    'text-size': 13,
    'text-anchor': 'top' as const,
    'text-offset': [0, 0.9] as [number, number],
    'text-optional': true,
  };
  return [
    {
      id: 'stops',
      type: 'circle',
      source: 'stops',
      paint: {
        'circle-radius': 7,
        'circle-color': token('surface'),
        'circle-stroke-color': token('accent'),
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'stop-names',
      type: 'symbol',
      source: 'stops',
      layout: { ...label, 'text-field': ['get', 'name'] },
      paint: { 'text-color': token('text'), 'text-halo-color': token('surface'), 'text-halo-width': 2 },
    },
    {
      id: 'vehicles',
      type: 'symbol',
      source: 'vehicles',
      layout: {
        ...label,
        'icon-image': ['get', 'icon'],
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'text-field': ['get', 'name'],
      },
      paint: { 'text-color': token('text'), 'text-halo-color': token('surface'), 'text-halo-width': 2 },
    },
  ];
}

const sizePixels = 44;

/** The vehicles' images: an arrow while moving, a square when stopped; solid when fresh, hollow when ageing, grey when stale. */
export function vehicleImages(): Record<string, ImageData> {
  const images: Record<string, ImageData> = {};
  for (const shape of ['arrow', 'square'] as const) {
    for (const age of ['fresh', 'ageing', 'stale'] as const) {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = sizePixels;
      const pen = canvas.getContext('2d')!;
      pen.translate(sizePixels / 2, sizePixels / 2);
      const path = new Path2D(shape === 'arrow' ? 'M0 -15 L11 13 L0 7 L-11 13 Z' : 'M-10 -10 H10 V10 H-10 Z');
      pen.lineJoin = 'round';
      pen.strokeStyle = token('surface');
      pen.lineWidth = 9;
      pen.stroke(path);
      pen.fillStyle = age === 'fresh' ? token('accent') : token('surface');
      pen.fill(path);
      pen.strokeStyle = age === 'stale' ? token('secondary') : token('accent');
      pen.lineWidth = 3.5;
      if (age === 'stale') pen.setLineDash([5, 4]);
      pen.stroke(path);
      images[`${shape}-${age}`] = pen.getImageData(0, 0, sizePixels, sizePixels);
    }
  }
  return images;
}

export const imagePixelRatio = 2;
