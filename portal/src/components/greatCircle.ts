import type { Point } from './coordinates';

/** The mean radius of the Earth. */
export const earthRadiusMeters = 6_371_008.8;

/** The distance along the great circle. */
export function metersApart(one: Point, other: Point): number {
  const radians = Math.PI / 180;
  const half = (degree: number) => Math.sin((degree * radians) / 2) ** 2;
  const part =
    half(other.latitude - one.latitude) +
    Math.cos(one.latitude * radians) *
      Math.cos(other.latitude * radians) *
      half(other.longitude - one.longitude);
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(part)));
}
