import { PageHeader } from '@/components/PageHeader';
import { shell } from './words/shell';
import { NetworkRules } from './NetworkRules';
import { RateBypasses } from './RateBypasses';

/** The networks that are let in or shut out, and the bypasses that lift rates. */
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
