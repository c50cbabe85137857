import { beforeEach, expect, test, vi } from 'vitest';
import { accented } from '@/words/pseudo';

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  document.documentElement.lang = 'en';
});

test('what is given to a sentence stays as it is, and all around it is marked', () => {
  const w = accented({
    lane: (from: string, to: string) => `${from} → ${to}`,
    by: (name: string, n: number) => `By ${name}, ${n} times`,
    held: (all: { name: string }[]) => all.map(({ name }) => name).join(' and '),
    none: '–',
    say: (f: { load: string }) => ({ title: `Load ${f.load}`, text: '' }),
    keys: ['Enter'],
  });
  expect(w.lane('Gary', 'Moline')).toBe('Gary → Moline');
  expect(w.by('By and by', 3)).toBe('[Ɓý By and by, 3 ţîɱéš]');
  expect(w.held([{ name: 'Ann' }, { name: 'Joan' }])).toBe('[Ann àñđ Joan]');
  expect(w.none).toBe('–');
  expect(w.say({ load: 'L-1' })).toEqual({ title: '[Ļöàđ L-1]', text: '' });
  expect(w.keys).toEqual(['[Éñţéŕ]']);
});

test('English is spoken where the browser has no language that is there', async () => {
  vi.stubGlobal('navigator', { ...navigator, languages: ['tlh', 'en-GB'] });
  const { locale } = await import('@/words/language');
  const { terms } = await import('@/words/terms');
  expect(terms.actions.save).toBe('Save');
  expect(locale).toBe('en-US');
  expect(document.documentElement.lang).toBe('en');
});

test('what was chosen is spoken from the start, in constants too', async () => {
  localStorage.setItem('lanerunner.language', 'qps');
  const { statusWord } = await import('@/components/statuses');
  const { words } = await import('@/features/loads/words');
  expect(statusWord('OPEN')).toBe('[Öþéñ]');
  expect(words.title('L-1')).toBe('[Ļöàđ L-1]');
  expect(document.documentElement.lang).toBe('qps');
});

test('what the account says holds from the next start, and nothing said is the browser’s', async () => {
  const { keepLanguage } = await import('@/words/language');
  keepLanguage('de');
  expect(localStorage.getItem('lanerunner.language')).toBe('de');
  keepLanguage(null);
  expect(localStorage.getItem('lanerunner.language')).toBeNull();
});
