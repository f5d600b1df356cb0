declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Jaro-Winkler similarity, 0 to 1. */
  export default function jaroWinkler(a: string, b: string): number
}
