import { NONE, one, type Rule } from '../rule.ts'

export const titleMissing: Rule = {
  id: 'title-missing',
  severity: 'error',
  component: 'title',
  check: ({ plan: { title, documentType } }) => (title === null ? one('The document has no trích yếu.', documentType?.span ?? null) : NONE),
}
