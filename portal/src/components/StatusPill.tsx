import { useEffect, useRef, useState, type ReactNode } from 'react';
import { terms } from '@/words/terms';
import { statusWord, toneOf, type Status, type Tone } from './statuses';

const shapes: Record<Tone, ReactNode> = {
  neutral: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  info: <path d="M6 1l5 5-5 5-5-5z" fill="currentColor" />,
  active: <path d="M1 5h5V2l5 4-5 4V7H1z" fill="currentColor" />,
  success: <path d="M2 6.5 5 9.5 10.5 3" fill="none" stroke="currentColor" strokeWidth="2" />,
  warning: <path d="M6 1l5.5 10H.5z" fill="currentColor" />,
  danger: <path d="M4 1h4l3 3v4l-3 3H4L1 8V4z" fill="currentColor" />,
};

const colours: Record<Tone, string> = {
  neutral: 'bg-neutral-fill text-neutral',
  info: 'bg-info-fill text-info',
  active: 'bg-active-fill text-active',
  success: 'bg-success-fill text-success',
  warning: 'bg-warning-fill text-warning',
  danger: 'bg-danger-fill text-danger',
};

/** Shape, colour and word together; colour alone never says anything. */
export function Pill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-control px-2 py-0.5 text-xs font-semibold ${colours[tone]}`}
    >
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}

export function StatusPill({ status }: { status: Status }) {
  // A status that changes while somebody looks at it is tinted once.
  const before = useRef(status);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (before.current !== status) setChanges((count) => count + 1);
    before.current = status;
  }, [status]);
  return (
    <span key={changes} className={changes > 0 ? 'tint rounded-control' : undefined}>
      <Pill tone={toneOf(status)}>{statusWord(status)}</Pill>
    </span>
  );
}

export type Risk = 'late' | 'at-risk';

export function RiskPill({ risk }: { risk: Risk }) {
  return risk === 'late' ? (
    <Pill tone="danger">{terms.risk.late}</Pill>
  ) : (
    <Pill tone="warning">{terms.risk.atRisk}</Pill>
  );
}

export function LateEntry() {
  return <Pill tone="warning">{terms.risk.lateEntry}</Pill>;
}
