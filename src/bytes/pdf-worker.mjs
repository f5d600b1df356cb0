// @ts-check
/**
 * PDFium's WebAssembly build in a thread of its own: a hostile file can hang or abort it, and only a thread can be ended from
 * outside. Plain JavaScript, so that the same file runs from `src` and from `dist`. Messages: see `pdf.ts`.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumModule } from '@hyzyla/pdfium'

const GREY = 1
const BGR = 2
const RENDER_ANNOTATIONS = 0x01
const RENDER_REVERSE_BYTE_ORDER = 0x10
const ERROR_PASSWORD = 4
const ERROR_SECURITY = 5
const IMAGE_OBJECT = 3
const FLATTEN_FOR_DISPLAY = 0
const FLATTENED = 1

/** @type {any} */
let pdfium
let document = 0
/** Whether PDFium asked for more memory than it may have: what it then leaves out, it leaves out without a word. */
let isStarved = false
/** @type {Set<number>} */
const flattened = new Set()

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/** @param {string} code @param {string} message */
const fail = (code, message) => Object.assign(new Error(message), { code })

/** @template T @param {number} size @param {(at: number) => T} use */
function withMemory(size, use) {
  const at = pdfium.wasmExports.malloc(size)
  if (!at) throw fail('TOO_LARGE', 'The page needs more memory than there is.')
  try {
    return use(at)
  } finally {
    pdfium.wasmExports.free(at)
  }
}

const TOO_MUCH = 'The PDF needs more memory than it may take.'

/** Its module, whose memory stops growing at the limit. @param {any} imports @param {(instance: WebAssembly.Instance) => void} done */
function instantiate(imports, done) {
  const { compiled, memory } = workerData
  const grow = imports.env.emscripten_resize_heap
  imports.env.emscripten_resize_heap = (/** @type {number} */ size) => {
    if (size >>> 0 <= memory) return grow(size)
    isStarved = true
    return 0
  }
  WebAssembly.instantiate(compiled, imports).then(done)
}

/** @param {Uint8Array} bytes */
async function open(bytes) {
  pdfium = await PDFiumModule({ instantiateWasm: instantiate })
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
  // The document reads from this memory as long as it is open, so it is never freed: the thread ends with the document.
  const at = pdfium.wasmExports.malloc(bytes.length)
  if (!at) throw fail('TOO_LARGE', 'The file needs more memory than there is.')
  pdfium.HEAPU8.set(bytes, at)
  document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0)
  if (!document) {
    const error = pdfium._FPDF_GetLastError()
    if (error === ERROR_PASSWORD || error === ERROR_SECURITY) throw fail('ENCRYPTED_INPUT', 'The PDF needs a password.')
    throw fail('CORRUPT_INPUT', 'The PDF is damaged: no document could be opened.')
  }
  return { pageCount: pdfium._FPDF_GetPageCount(document) }
}

/** @template T @param {number} index @param {(page: number) => T} use */
function withPage(index, use) {
  let page = load(index)
  try {
    if (!flattened.has(index)) {
      flattened.add(index)
      // Annotations become page content: their text is then found with the rest, and drawn once.
      if (pdfium._FPDFPage_GetAnnotCount(page) > 0 && pdfium._FPDFPage_Flatten(page, FLATTEN_FOR_DISPLAY) === FLATTENED) {
        pdfium._FPDF_ClosePage(page)
        page = load(index)
      }
    }
    return use(page)
  } finally {
    pdfium._FPDF_ClosePage(page)
  }
}

/** @param {number} index */
function load(index) {
  const page = pdfium._FPDF_LoadPage(document, index)
  if (!page) throw fail('CORRUPT_INPUT', `Page ${index + 1} of the PDF is damaged.`)
  return page
}

/** @param {number} index */
function describe(index) {
  return withPage(index, (page) => ({
    width: pdfium._FPDF_GetPageWidthF(page),
    height: pdfium._FPDF_GetPageHeightF(page),
    rotation: pdfium._FPDFPage_GetRotation(page),
    images: images(page),
    chars: chars(page),
  }))
}

/** The page's images: place in points (origin at the bottom left), pixels, whether they have colour. @param {number} page */
function images(page) {
  const found = []
  const count = Math.min(pdfium._FPDFPage_CountObjects(page), 10_000)
  for (let i = 0; i < count && found.length < 1_000; i++) {
    const object = pdfium._FPDFPage_GetObject(page, i)
    if (pdfium._FPDFPageObj_GetType(object) !== IMAGE_OBJECT) continue
    found.push(
      withMemory(48, (at) => {
        pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)
        const bounds = new Float32Array(pdfium.HEAPU8.buffer, at, 4).slice()
        pdfium._FPDFImageObj_GetImageMetadata(object, page, at + 16)
        const view = new DataView(pdfium.HEAPU8.buffer, at + 16, 28)
        return {
          left: bounds[0],
          bottom: bounds[1],
          right: bounds[2],
          top: bounds[3],
          pixelWidth: view.getUint32(0, true),
          pixelHeight: view.getUint32(4, true),
          bitsPerPixel: view.getUint32(16, true),
        }
      }),
    )
  }
  return found
}

/** The text layer, a character at a time, boxes in points from the top left of the page as it is shown. @param {number} page */
function chars(page) {
  const textPage = pdfium._FPDFText_LoadPage(page)
  if (!textPage) return { text: '', boxes: new Float32Array(0), errors: 0 }
  try {
    const count = Math.min(pdfium._FPDFText_CountChars(textPage), 200_000)
    let text = ''
    let errors = 0
    const boxes = new Float32Array(count * 4)
    const width = pdfium._FPDF_GetPageWidthF(page)
    const height = pdfium._FPDF_GetPageHeightF(page)
    withMemory(48, (at) => {
      for (let i = 0; i < count; i++) {
        const code = pdfium._FPDFText_GetUnicode(textPage, i)
        text += String.fromCharCode(code > 0 && code < 0x10000 ? code : 0xfffd)
        if (pdfium._FPDFText_HasUnicodeMapError(textPage, i) === 1) errors++
        if (!pdfium._FPDFText_GetLooseCharBox(textPage, i, at)) continue
        const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(pdfium.HEAPU8.buffer, at, 4)
        // Device coordinates in 1/100 point: PDFium then applies the page's rotation and crop box for us.
        const first = toDevice(page, width, height, left, top, at + 16)
        const second = toDevice(page, width, height, right, bottom, at + 16)
        boxes[i * 4] = Math.min(first.x, second.x)
        boxes[i * 4 + 1] = Math.min(first.y, second.y)
        boxes[i * 4 + 2] = Math.max(first.x, second.x)
        boxes[i * 4 + 3] = Math.max(first.y, second.y)
      }
    })
    return { text, boxes, errors }
  } finally {
    pdfium._FPDFText_ClosePage(textPage)
  }
}

/** @param {number} page @param {number} width @param {number} height @param {number} x @param {number} y @param {number} at */
function toDevice(page, width, height, x, y, at) {
  pdfium._FPDF_PageToDevice(page, 0, 0, Math.round(width * 100), Math.round(height * 100), 0, x, y, at, at + 4)
  const [left = 0, top = 0] = new Int32Array(pdfium.HEAPU8.buffer, at, 2)
  return { x: left / 100, y: top / 100 }
}

/** @param {{ index: number, width: number, height: number, colour: boolean }} request */
function render({ index, width, height, colour }) {
  return withPage(index, (page) => {
    const channels = colour ? 3 : 1
    const size = width * height * channels
    return withMemory(size, (at) => {
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, colour ? BGR : GREY, at, width * channels)
      if (!bitmap) throw fail('TOO_LARGE', 'The page image could not be made.')
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
      pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_ANNOTATIONS | (colour ? RENDER_REVERSE_BYTE_ORDER : 0))
      pdfium._FPDFBitmap_Destroy(bitmap)
      return { width, height, channels, data: pdfium.HEAPU8.slice(at, at + size) }
    })
  })
}

port.on('message', async ({ id, method, argument }) => {
  try {
    const result = method === 'open' ? await open(argument) : method === 'describe' ? describe(argument) : render(argument)
    if (isStarved) throw fail('TOO_LARGE', TOO_MUCH)
    const transfer = method === 'render' ? [/** @type {any} */ (result).data.buffer] : []
    port.postMessage({ id, result, held: pdfium.HEAPU8.length }, transfer)
  } catch (error) {
    const { code, message } = isStarved ? fail('TOO_LARGE', TOO_MUCH) : /** @type {any} */ (error)
    // An abort of the module leaves it unusable; the client ends this thread and opens another.
    port.postMessage({
      id,
      error: {
        code: typeof code === 'string' ? code : 'CORRUPT_INPUT',
        message: typeof code === 'string' ? message : `The PDF made its reader fail: ${message ?? error}`,
        fatal: typeof code !== 'string' || isStarved,
      },
    })
  }
})
