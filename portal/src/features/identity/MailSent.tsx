import { Link } from 'react-router';
import { MailPromise, useMailIsKept } from '@/components/MailPromise';
import { Entrance } from '@/shell/Entrance';
import { mailLinks as w } from './words/mail-links';

/** Says that a mail tells how to go on. It says the same whether there is an account or not. */
export function MailSent({ title, email, text }: { title: string; email: string; text: string }) {
  const kept = useMailIsKept();
  return (
    <Entrance title={title}>
      <div className="flex flex-col gap-3" role="status">
        <p>
          <MailPromise sent={w.sent(email)} to={email} />
        </p>
        <p className="text-secondary">{kept === false ? `${text} ${w.unwanted}` : text}</p>
      </div>
      <p className="mt-6 border-t border-line pt-4">
        <Link className="link" to="/sign-in">
          {w.toSignIn}
        </Link>
      </p>
    </Entrance>
  );
}
