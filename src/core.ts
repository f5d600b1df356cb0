export { locate, locateRaw, type Place } from './plan/locate.ts'
export { type ParseOptions, parsePlan } from './plan/parse.ts'
export * from './schema/index.ts'
