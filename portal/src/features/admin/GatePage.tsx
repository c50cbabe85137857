import { PageHeader } from '@/components/PageHeader';
import { shell } from './words/shell';
import { NetworkRules } from './NetworkRules';
import { RateBypasses } from './RateBypasses';

/** From where anybody is let in at all, and for whom rates are lifted. */
export function GatePage() {
  return (
    <>
      <PageHeader title={shell.gate} />
      <div className="flex flex-col gap-10">
        <NetworkRules />
        <RateBypasses />
      </div>
    </>
  );
}
