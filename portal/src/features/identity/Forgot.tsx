import { Link } from 'react-router';
import { words } from '@/words';
import { AddressForm } from './AddressForm';

const w = words.mailLinks;

export function Forgot() {
  return (
    <AddressForm
      path="/auth/forgot"
      title={w.forgotTitle}
      sent={w.forgotSent}
      more={
        <p className="mt-2">
          <Link className="link" to="/way-back">
            {words.wayBack.title}
          </Link>
        </p>
      }
    >
      <p className="mb-4">{w.forgotText}</p>
    </AddressForm>
  );
}
