export * from './core.ts'
export { type ReadOptions, readPlan } from './plan/read.ts'
