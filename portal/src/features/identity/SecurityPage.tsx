import { PageHeader } from '@/components/PageHeader';
import { frame } from '@/words/frame';
import { SecurityFactors } from './SecurityFactors';
import { SecurityLogins } from './SecurityLogins';
import { SecurityPassword } from './SecurityPassword';
import { SecuritySessions } from './SecuritySessions';

/** How this account is protected; one panel for each topic. */
export function SecurityPage() {
  return (
    <>
      <PageHeader title={frame.shell.security} />
      <div className="flex max-w-5xl flex-col gap-6">
        <SecurityFactors />
        <SecurityLogins />
        <SecuritySessions />
        <SecurityPassword />
      </div>
    </>
  );
}
