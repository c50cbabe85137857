import type { FieldProblem } from '@/api/problem';
import { signIn } from './words/sign-in';

export function passwordProblems(password: string): FieldProblem[] {
  return password.length >= 10 ? [] : [{ pointer: '/password', detail: signIn.passwordShort }];
}
