import { PageHeader } from '@/components/PageHeader';
import { words } from '@/words';
import { NetworkRules } from './NetworkRules';
import { RateBypasses } from './RateBypasses';

/** From where anybody is let in at all, and for whom rates are lifted. */
export function GatePage() {
  return (
    <>
      <PageHeader title={words.navigation.gate} />
      <div className="flex flex-col gap-10">
        <NetworkRules />
        <RateBypasses />
      </div>
    </>
  );
}
