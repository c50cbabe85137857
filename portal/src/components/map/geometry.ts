import type { Feature, FeatureCollection, LineString, Point, Polygon } from 'geojson';
import { earthRadiusMeters } from '@/components/greatCircle';

export function line(points: { latitude: number; longitude: number }[]): Feature<LineString> {
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: points.map((point) => [point.longitude, point.latitude]) },
  };
}

export function point(
  at: { latitude: number; longitude: number },
  properties: Record<string, unknown>,
): Feature<Point> {
  return {
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [at.longitude, at.latitude] },
  };
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** A circle on the ground as a polygon of 64 corners. */
export function circle(
  centre: { latitude: number; longitude: number },
  radiusMeters: number,
): Feature<Polygon> {
  const corners = Array.from({ length: 65 }, (_, index) => {
    const bearing = (index / 64) * 2 * Math.PI;
    const distance = radiusMeters / earthRadiusMeters;
    const latitude = (centre.latitude * Math.PI) / 180;
    const longitude = (centre.longitude * Math.PI) / 180;
    const lat = Math.asin(
      Math.sin(latitude) * Math.cos(distance) + Math.cos(latitude) * Math.sin(distance) * Math.cos(bearing),
    );
    const lon =
      longitude +
      Math.atan2(
        Math.sin(bearing) * Math.sin(distance) * Math.cos(latitude),
        Math.cos(distance) - Math.sin(latitude) * Math.sin(lat),
      );
    return [(lon * 180) / Math.PI, (lat * 180) / Math.PI];
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [corners] } };
}
