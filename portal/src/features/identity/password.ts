import type { FieldProblem } from '@/api/problem';
import { words } from '@/words';

export function passwordProblems(password: string): FieldProblem[] {
  return password.length >= 10 ? [] : [{ pointer: '/password', detail: words.identity.passwordShort }];
}
