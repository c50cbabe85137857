// Makes src/components/map/cities.json, the map's city names, from the gazetteer's own table.
// Use: node scripts/cities.mjs <GeoNames cities table, tab-separated>
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const zooms = [
  [8_000_000, 1],
  [3_000_000, 3],
  [1_000_000, 4],
  [500_000, 5],
  [200_000, 6],
  [100_000, 7],
];

const cities = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((columns) => columns.length > 14 && columns[7] !== 'PPLX')
  .map((columns) => ({
    name: columns[1],
    latitude: Number(columns[4]),
    longitude: Number(columns[5]),
    country: columns[8],
    population: Number(columns[14]),
  }))
  .filter((city) => city.population >= (city.country === 'US' || city.country === 'CA' ? 100_000 : 200_000))
  .sort((a, b) => b.population - a.population)
  .map((city) => [
    city.name,
    Math.round(city.latitude * 1000) / 1000,
    Math.round(city.longitude * 1000) / 1000,
    zooms.find(([population]) => city.population >= population)[1],
  ]);

const target = fileURLToPath(new URL('../src/components/map/cities.json', import.meta.url));
writeFileSync(target, `[\n${cities.map((city) => JSON.stringify(city)).join(',\n')}\n]\n`);
console.log(`${cities.length} cities`);
