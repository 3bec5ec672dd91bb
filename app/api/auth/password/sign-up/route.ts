import { answerSignUp } from '@/lib/auth/password/password-answers'
import { route } from '@/lib/http/route'

export const POST = route((request) => answerSignUp(request))
