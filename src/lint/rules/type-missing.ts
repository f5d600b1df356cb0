import { NONE, one, type Rule } from '../rule.ts'

export const typeMissing: Rule = {
  id: 'type-missing',
  severity: 'error',
  component: 'title',
  check: ({ plan: { documentType } }) => (documentType === null ? one('The document does not name its kind (tên loại).', null) : NONE),
}
