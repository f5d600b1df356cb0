/** A page image: `height` rows of `width` pixels of `channels` bytes (1 grey, 3 RGB), no padding. */
export interface Raster {
  width: number
  height: number
  channels: 1 | 3
  data: Uint8Array
  /** Pixels an inch as the file states or implies them; null when it says nothing believable. */
  dpi: number | null
}
