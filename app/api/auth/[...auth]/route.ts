import { answerAuth } from '@/lib/auth/provider/answer-auth'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

const answer = route<{ auth: string[] }>((request, { auth }) => answerAuth(request, auth))

export { answer as GET, answer as POST }
