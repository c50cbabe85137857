import { frame } from '@/words/frame';
import { useMe } from './me';

/** Stands above every screen of a person who finishes open work for an organisation that the platform has suspended. */
export function SuspendedBanner() {
  const { suspension, organisation } = useMe();
  if (!suspension) return null;
  return (
    <section
      aria-label={frame.suspended.label}
      className="border-b border-danger bg-danger-fill px-4 py-2 text-danger rail:px-6"
    >
      <p>
        <span className="font-semibold">
          {frame.suspended.banner(organisation?.name ?? frame.shell.platform)}
        </span>{' '}
        {frame.suspended.finish}
      </p>
      <p className="break-words">{suspension.reason}</p>
    </section>
  );
}
