import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import type { Profile, ProfileChange } from '@/api/types';
import { CheckField, ChoiceField, Form, SelectField, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { prefer, usePreferences, type Preferences } from '@/components/preferences';
import { words } from '@/words';

const w = words.profile;
const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));

/** How things are shown. A change is seen at once here, kept with the account, and there on the next device. */
export function ProfilePreferences({ profile }: { profile: Profile }) {
  const preferences = usePreferences();
  const errors = useFormErrors();
  const keep = useCommand((change: ProfileChange) => ask('/me/profile', { method: 'PATCH', body: change }));
  function change(here: Partial<Preferences>, kept: ProfileChange): void {
    prefer(here);
    keep.mutate(kept, { onError: errors.showProblem });
  }
  return (
    <Panel title={w.preferences}>
      <Form errors={errors} onSubmit={() => undefined} label={w.preferences}>
        <SelectField
          pointer="/language"
          label={w.language}
          value={profile.language ?? ''}
          empty={w.asDevice}
          onValue={(language) => change({}, { language: language || null })}
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
          onValue={(zone) => change({ zone: zone || null }, { zone: zone || null })}
          choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <ChoiceField
          pointer="/units"
          label={w.units}
          value={preferences.units}
          onValue={(units) => change({ units }, { units: units === 'us' ? 'US' : 'SI' })}
          choices={[
            { value: 'us', label: w.us, hint: w.usHint },
            { value: 'si', label: w.si, hint: w.siHint },
          ]}
        />
        <ChoiceField
          pointer="/theme"
          label={w.theme}
          value={preferences.theme}
          onValue={(theme) => change({ theme }, { theme: theme.toUpperCase() as ProfileChange['theme'] })}
          choices={[
            { value: 'system', label: w.themeSystem },
            { value: 'light', label: w.themeLight },
            { value: 'dark', label: w.themeDark },
          ]}
        />
        <CheckField
          label={w.shortcuts}
          checked={preferences.shortcuts}
          onChecked={(shortcuts) => change({ shortcuts }, { shortcuts })}
        />
      </Form>
    </Panel>
  );
}
