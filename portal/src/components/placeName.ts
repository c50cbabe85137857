import type { Place } from '@/api/types';
import { words } from '@/words';

export function placeName(place: Place): string {
  return words.place(place.name, place.region, place.country);
}
