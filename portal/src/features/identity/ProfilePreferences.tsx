import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { Problem } from '@/api/problem';
import type { Profile, ProfileChange } from '@/api/types';
import { CheckField, ChoiceField, Form, SelectField, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { prefer, usePreferences, type Preferences } from '@/components/preferences';
import { useChosen } from '@/components/useChosen';
import { profile as w } from './words/profile';

const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));

/** How things are shown. A change is visible here at once and is kept with the account, so the next device has it, too. A refused change is undone. */
export function ProfilePreferences({ profile }: { profile: Profile }) {
  const preferences = usePreferences();
  const errors = useFormErrors();
  const keep = useCommand((change: ProfileChange) => ask('/me/profile', { method: 'PATCH', body: change }));
  const language = useChosen<string | null>((_, chosen) => send({ language: chosen }));
  async function send(change: ProfileChange): Promise<void> {
    if (errors.general) errors.show([]);
    try {
      await keep.mutateAsync(change);
    } catch (fault) {
      errors.showProblem(Problem.of(fault));
      throw fault;
    }
  }
  function change<Name extends keyof Preferences>(
    name: Name,
    value: Preferences[Name],
    kept: ProfileChange,
  ): void {
    const before = preferences[name];
    prefer({ [name]: value });
    send(kept).catch(() => prefer({ [name]: before }));
  }
  return (
    <Panel title={w.preferences}>
      <Form errors={errors} onSubmit={() => undefined} label={w.preferences}>
        <SelectField
          pointer="/language"
          label={w.language}
          value={language.shown('', profile.language) ?? ''}
          empty={w.asDevice}
          onValue={(chosen) => language.choose('', chosen || null)}
          choices={profile.languages.map((language) => ({
            value: language,
            label: w.languageName(language),
          }))}
        />
        <SelectField
          pointer="/zone"
          label={w.zone}
          hint={w.zoneHint}
          value={preferences.zone ?? ''}
          empty={w.asDevice}
          onValue={(zone) => change('zone', zone || null, { zone: zone || null })}
          choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <ChoiceField
          pointer="/units"
          label={w.units}
          value={preferences.units}
          onValue={(units) => change('units', units, { units: units === 'us' ? 'US' : 'SI' })}
          choices={[
            { value: 'us', label: w.us, hint: w.usHint },
            { value: 'si', label: w.si, hint: w.siHint },
          ]}
        />
        <ChoiceField
          pointer="/theme"
          label={w.theme}
          value={preferences.theme}
          onValue={(theme) =>
            change('theme', theme, { theme: theme.toUpperCase() as ProfileChange['theme'] })
          }
          choices={[
            { value: 'system', label: w.themeSystem },
            { value: 'light', label: w.themeLight },
            { value: 'dark', label: w.themeDark },
          ]}
        />
        <CheckField
          label={w.shortcuts}
          checked={preferences.shortcuts}
          onChecked={(shortcuts) => change('shortcuts', shortcuts, { shortcuts })}
        />
      </Form>
    </Panel>
  );
}
