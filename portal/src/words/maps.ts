import { translated } from '@/words/language';

/** The words on maps. */
const en = {
  noRoads: 'No roads',
  planned: 'Planned, straight',
  driven: 'Driven',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  attribution: 'Land: Natural Earth. Cities: GeoNames, CC BY 4.0.',
  unavailable: 'This browser cannot draw the map. Everything on it is also in the text beside it.',
};

export type Words = typeof en;

export const maps = translated('words/maps', en);
