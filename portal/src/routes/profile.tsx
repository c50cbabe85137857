import { ProfilePage } from '@/features/identity/ProfilePage';
import { NoticeChoices } from '@/features/notifications/NoticeChoices';

export default function ProfileRoute() {
  return (
    <ProfilePage>
      <NoticeChoices />
    </ProfilePage>
  );
}
