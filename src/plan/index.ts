export { locate, locateRaw, type Place } from './locate.ts'
export { type ParseOptions, parsePlan } from './parse.ts'
export { type ReadOptions, readPlan } from './read.ts'
export { createReader, type Reader } from './reader.ts'
