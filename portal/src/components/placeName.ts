import type { Place } from '@/api/types';
import { terms } from '@/words/terms';

export function placeName(place: Place): string {
  return terms.place(place.name, place.region, place.country);
}
