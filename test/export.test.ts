import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import sqlite from 'node-sqlite3-wasm'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { createExporter, EXPORT_FORMATS, type ExportFile, type ExportFormat } from '../src/export/index.ts'
import { TABLES } from '../src/export/tables/index.ts'
import { parsePlan } from '../src/index.ts'
import type { Plan } from '../src/schema.ts'

const fixture = (name: string): Plan => parsePlan(readFileSync(`fixtures/truth/${name}.txt`, 'utf8'), { name: `${name}.txt` })
const plans = ['department', 'party', 'province', 'school', 'ward'].map(fixture)
const [department, , province] = plans as [Plan, Plan, Plan]

/** Spaces, control signs, markup and formulas where they hurt; nothing of a plan. */
const HOSTILE = parsePlan('=1+1\n\u0000\u0008<a>&"\']]>\f- x | y\n| |\n@cmd\n+84\n1. =HYPERLINK("x")\n2. | a\n\u{1F600} \uD800 tail', {
  name: '../=x"<|>.txt',
})

async function exported(format: ExportFormat, list: readonly Plan[] = plans): Promise<ExportFile[]> {
  const exporter = await createExporter(format)
  const files = list.flatMap((plan) => exporter.add(plan))
  return [...files, ...(await exporter.finish())]
}

const contentOf = (files: ExportFile[], name: string): string => String(files.find((file) => file.name === name)?.content)

/** Every cell of every table as text, the way all formats must give it back. */
async function expectedRows(table: string): Promise<Record<string, unknown>[]> {
  return contentOf(await exported('ndjson'), `${table}.ndjson`)
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

describe.each(Object.keys(EXPORT_FORMATS) as ExportFormat[])('%s', (format) => {
  it('gives the same bytes twice', async () => {
    expect(await exported(format)).toEqual(await exported(format))
  })

  it('takes a document that is no plan, and none at all', async () => {
    expect((await exported(format, [HOSTILE])).length).toBeGreaterThan(0)
    for (const { content } of await exported(format, [])) expect(content.length).toBeGreaterThanOrEqual(0)
  })

  it('names files that every system takes, each once', async () => {
    const names = (await exported(format, [...plans, ...plans, HOSTILE])).map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[^\p{Cc}<>:"/\\|?*.][^\p{Cc}<>:"/\\|?*]*$/u)
  })
})

describe('tables', () => {
  it('hold a row for everything found', async () => {
    const count = (table: string) => expectedRows(table).then((rows) => rows.length)
    const sum = (of: (plan: Plan) => number) => plans.reduce((total, plan) => total + of(plan), 0)
    const sections = (list: Plan['sections']): number => list.reduce((total, { children }) => total + 1 + sections(children), 0)
    expect(await count('documents')).toBe(plans.length)
    expect(await count('citations')).toBe(sum(({ citations }) => citations.length))
    expect(await count('tasks')).toBe(sum(({ tasks }) => tasks.length))
    expect(await count('task_bodies')).toBe(sum(({ tasks }) => tasks.flatMap(({ bodies }) => bodies).length))
    expect(await count('indices')).toBe(sum(({ indices }) => indices.flatMap(({ mentions }) => mentions).length))
    expect(await count('sections')).toBe(sum((plan) => sections(plan.sections)))
    expect(await count('recipients')).toBe(sum(({ recipients }) => recipients.length))
    expect(await count('unnumbered')).toBe(sum(({ unnumbered }) => unnumbered.length))
    expect(await count('times')).toBe(sum(({ goals, times }) => times.length + goals.flatMap((goal) => goal.times).length))
    expect(await count('schedule')).toBe(sum(({ schedule }) => schedule.length))
    for (const table of ['tasks', 'citations', 'sections', 'indices']) expect(await count(table)).toBeGreaterThan(0)
  })

  it('have ids that stand once and references that stand', async () => {
    const ids = new Map<string, Set<unknown>>()
    for (const { name, columns } of TABLES) {
      const rows = await expectedRows(name)
      const own = new Set(rows.map((row) => row.id))
      expect(own.size).toBe(rows.length)
      ids.set(name, own)
      for (const { name: column, references } of columns) {
        if (references !== undefined) for (const row of rows) if (row[column] !== null) expect(ids.get(references)).toContain(row[column])
      }
    }
  })

  it('know a document by its bytes, not by the others', async () => {
    const idOf = async (list: Plan[]) =>
      JSON.parse(
        contentOf(await exported('ndjson', list), 'documents.ndjson')
          .split('\n')
          .at(-2) ?? '',
      ).id
    expect(await idOf([department, province])).toBe(await idOf([province]))
    expect(await idOf([province, province])).toBe(`${await idOf([province])}-2`)
  })

  it('place a row on its page and line', async () => {
    const [first] = (await expectedRows('tasks')).filter(({ document_id }) => document_id === province.source.sha256.slice(0, 16))
    const { page, line, start } = first as { page: number; line: number; start: number }
    const found = province.pages[page - 1]?.lines[line - 1]
    expect(found?.span.start).toBeLessThanOrEqual(start)
    expect(found?.span.end).toBeGreaterThan(start)
  })
})

describe('csv', () => {
  it('opens with a byte order mark and is read back cell for cell by another library', async () => {
    const files = await exported('csv')
    for (const { name } of TABLES) {
      const content = contentOf(files, `${name}.csv`)
      expect(content.charCodeAt(0)).toBe(0xfeff)
      expect(content).toMatch(/\r\n$/u)
      const parsed = Papa.parse<Record<string, string>>(content.slice(1), { header: true, newline: '\r\n', skipEmptyLines: true })
      expect(parsed.errors).toEqual([])
      const rows = await expectedRows(name)
      expect(parsed.data.map((row) => Object.values(row).map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/u, '')))).toEqual(
        rows.map((row) => Object.values(row).map((cell) => (cell === null ? '' : String(cell)))),
      )
    }
  })

  it('has no cell that a spreadsheet takes for a formula', async () => {
    const files = await exported('csv', [...plans, HOSTILE])
    let escaped = 0
    for (const { content } of files) {
      for (const cell of Papa.parse<string[]>(String(content).slice(1)).data.flat()) {
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u)
        if (/^'[=+\-@]/u.test(cell)) escaped++
      }
    }
    expect(escaped).toBeGreaterThan(0)
  })
})

describe('parquet', () => {
  it('is read back row for row', async () => {
    const files = await exported('parquet')
    for (const { name } of TABLES) {
      const content = files.find((file) => file.name === `${name}.parquet`)?.content as Uint8Array
      const file = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer
      const rows = await parquetReadObjects({ file })
      expect(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? null])))).toEqual(
        await expectedRows(name),
      )
    }
  })
})

describe('sqlite', () => {
  it('is a database with every row, whose keys hold', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kehoach-export-'))
    try {
      const [file] = await exported('sqlite')
      await writeFile(join(folder, 'plans.sqlite'), file?.content as Uint8Array)
      const database = new sqlite.Database(join(folder, 'plans.sqlite'), { readOnly: true })
      for (const { name } of TABLES) expect(database.all(`SELECT * FROM ${name}`)).toEqual(await expectedRows(name))
      expect(database.all('PRAGMA foreign_key_check')).toEqual([])
      expect(database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
      const led = database.get(
        "SELECT count(*) AS n FROM task_bodies JOIN tasks ON tasks.id = task_id JOIN sections ON sections.id = section_id WHERE role = 'lead'",
      )
      expect(led?.n).toBeGreaterThan(0)
      database.close()
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

const words = (text: string): string => text.replace(/[\s|]+/gu, ' ').trim()
const textOf = (xml: string): string =>
  words(
    xml
      .replace(/<meta>[\s\S]*?<\/meta>/gu, '')
      .replace(/<[^>]*>/gu, (tag) => (/^<\/?(?:p|num|heading|td)>/u.test(tag) ? ' ' : ''))
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&quot;/gu, '"')
      .replace(/&amp;/gu, '&'),
  )

describe('akn', () => {
  const SUBSET = 'test/akn/akomantoso30-written.xsd'
  const validate = (files: ExportFile[], schema: string) =>
    validateXML({
      xml: files.map(({ name, content }) => ({ fileName: name.replace(/[^\w.]/gu, '_'), contents: String(content) })),
      schema: [readFileSync(schema, 'utf8')],
      maxMemoryPages: memoryPages.GiB,
    })

  it('is valid by the part of the OASIS schema that it writes', async () => {
    const result = await validate(await exported('akn', [...plans, HOSTILE]), SUBSET)
    expect(result.errors.map(({ rawMessage }) => rawMessage)).toEqual([])
    expect(result.valid).toBe(true)
  })

  it('would be found invalid with its parts in another order', async () => {
    const [file] = await exported('akn', [province])
    const swapped = String(file?.content).replace(/(<preface>[\s\S]*<\/preface>)(\s*)(<preamble>[\s\S]*<\/preamble>)/u, '$3$2$1')
    expect(swapped).not.toBe(String(file?.content))
    expect((await validate([{ name: 'swapped.xml', content: swapped }], SUBSET)).valid).toBe(false)
    const twice = String(file?.content).replace('eId="sec_ii"', 'eId="sec_i"')
    expect((await validate([{ name: 'twice.xml', content: twice }], SUBSET)).valid).toBe(false)
  })

  it('holds all words of the text in their order', async () => {
    for (const plan of plans) {
      const [file] = await exported('akn', [plan])
      expect(textOf(String(file?.content))).toBe(words(plan.text))
    }
  })

  it('marks what was found', async () => {
    const content = contentOf(await exported('akn', [province]), 'province.akn.xml')
    expect(content).toContain('<FRBRuri value="/akn/vn/doc/ke-hoach/tinh-quang-tri/2023-05-09/215-kh-ubnd"/>')
    expect(content).toContain('<docNumber>215/KH-UBND</docNumber>')
    expect(content).toContain('href="/akn/vn/act/nghi-dinh/2021-07-06/66-2021-nd-cp">Nghị định số 66/2021/NĐ-CP</ref>')
    expect(content).toContain('href="/akn/vn/doc/nghi-quyet/tinh-quang-tri/2022-12-09/42-nq-hdnd"')
    expect(content).toMatch(/<person eId="person_1" refersTo="#signer" as="#signer-role">Hồ Văn Khánh<\/person>/u)
    expect(content).toContain('<heading>Sở Nông nghiệp và Phát triển nông thôn</heading>')
    const pointers = [...content.matchAll(/section="#(?<id>[^"]+)"/gu)].map((match) => match.groups?.id ?? '')
    expect(pointers).toHaveLength(province.tasks.length)
    for (const id of pointers) expect(content).toContain(`eId="${id}"`)
  })

  const corpus = '../shared/corpus/plans'
  it.skipIf(!existsSync(corpus))(
    'is valid and whole for 150 plans (skipped without ../shared)',
    async () => {
      const list = readdirSync(corpus).map((name) => parsePlan(readFileSync(join(corpus, name), 'utf8'), { name }))
      const files = await exported('akn', list)
      const result = await validate(files, SUBSET)
      expect(result.errors.map(({ rawMessage }) => rawMessage)).toEqual([])
      for (const [at, { content }] of files.entries()) expect(textOf(String(content))).toBe(words(list[at]?.text ?? ''))
    },
    120_000,
  )
})

describe('nd30', () => {
  it('fills the fields of the record in their order', async () => {
    const content = contentOf(await exported('nd30', [department]), 'department.nd30.xml')
    const names = [...content.matchAll(/<(?<name>[A-Z]\w+)[/>]/gu)].map((match) => match.groups?.name)
    const first = ['Document', 'FileCode', 'OrganId', 'FileCatalog', 'FileNotation', 'DocOrdinal', 'TypeName', 'CodeNumber', 'CodeNotation']
    expect(names.slice(0, 9)).toEqual(first)
    expect(names.slice(-3)).toEqual(['Priority', 'IssuedAmount', 'DueDate'])
    for (const field of [
      '<FileCatalog>2024</FileCatalog>',
      '<TypeName>Kế hoạch</TypeName>',
      '<CodeNumber>1427</CodeNumber>',
      '<CodeNotation>KH-SGDĐT</CodeNotation>',
      '<IssuedDate>18/03/2024</IssuedDate>',
      '<FullName>Bùi Thị Minh Nguyệt</FullName>',
      '<OrganName>Sở Thông tin và Truyền thông</OrganName>',
      '<Priority>0</Priority>',
    ]) {
      expect(content).toContain(field)
    }
    expect(content).not.toContain('Lưu: VT')
  })

  it('cuts no word at the length of a field, and counts the file', async () => {
    const long = { ...department, title: department.title && { ...department.title, text: 'dài lắm '.repeat(100).trim() } }
    const subject =
      /<Subject>(?<text>.*)<\/Subject>/u.exec(contentOf(await exported('nd30', [long]), 'department.nd30.xml'))?.groups?.text ?? ''
    expect(subject.length).toBeLessThanOrEqual(500)
    expect(subject).toMatch(/ (?:dài|lắm)…$/u)
    const file = contentOf(await exported('nd30'), 'file.nd30.xml')
    expect(file).toContain('<DocTotal>5</DocTotal>')
    expect(file).toContain('<EndDate>03/04/2025</EndDate>')
  })

  it('reads the mark of urgency', async () => {
    const urgent = parsePlan(`KHẨN\n${readFileSync('fixtures/truth/province.txt', 'utf8')}`, { name: 'urgent.txt' })
    expect(contentOf(await exported('nd30', [urgent]), 'urgent.nd30.xml')).toContain('<Priority>1</Priority>')
  })
})

describe('markdown', () => {
  it('holds the outline as headings and the tasks as a table', async () => {
    const content = contentOf(await exported('markdown', [department]), 'department.md')
    expect(content).toContain('# Kế hoạch: Chuyển đổi số ngành Giáo dục và Đào tạo năm 2024')
    expect(content).toContain('\n## I. MỤC ĐÍCH, YÊU CẦU\n')
    expect(content).toContain('\n### 1. Mục đích\n')
    expect(content).toContain('| IV.1 | Văn phòng Sở | Phòng Giáo dục Trung học; Phòng Giáo dục Tiểu học |')
    expect(content).toContain('\n1\\. Hoàn thiện cơ sở dữ liệu ngành; ')
    expect(content).toContain('\n- Việc triển khai phải đồng bộ, ')
    expect(content).toContain('| 1 | Rà soát, chuẩn hóa cơ sở dữ liệu ngành | Văn phòng Sở |')
  })

  it('lets no text become markup', async () => {
    const content = contentOf(await exported('markdown', [HOSTILE]), `${(await exported('markdown', [HOSTILE]))[0]?.name}`)
    expect(content).not.toMatch(/(?<!\\)<a>/u)
    expect(content).toContain('\\<a\\>')
  })
})

describe('graphml', () => {
  it('joins a cited document with its own plan and counts repeats', async () => {
    const cited = parsePlan(
      'UBND TỈNH QUẢNG TRỊ\nSỞ XÂY DỰNG\nSố: 12/KH-SXD\nQuảng Trị, ngày 20 tháng 6 năm 2023\nKẾ HOẠCH\nThử\nThực hiện Kế hoạch số 215/KH-UBND ngày 09/5/2023 của UBND tỉnh về phòng, chống thiên tai, Sở Xây dựng xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Theo Kế hoạch số 215/KH-UBND.\n',
      { name: 'a.txt' },
    )
    const content = contentOf(await exported('graphml', [cited, province]), 'plans.graphml')
    const ids = [...content.matchAll(/<node id="(?<id>[^"]+)"/gu)].map((match) => match.groups?.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id?.startsWith('215/kh-ubnd'))).toEqual(['215/kh-ubnd/2023/tinh-quang-tri'])
    const edges = [...content.matchAll(/<edge source="(?<source>[^"]+)" target="(?<target>[^"]+)"/gu)].map((match) => match.groups)
    for (const edge of edges) expect(ids).toEqual(expect.arrayContaining([edge?.source, edge?.target]))
    expect(content).toContain('<edge source="12/kh-sxd/2023/tinh-quang-tri" target="215/kh-ubnd/2023/tinh-quang-tri">')
  })

  it('says what each document does with the other, laws among them', async () => {
    const plan = parsePlan(
      'UBND TỈNH HÀ NAM\nSỞ XÂY DỰNG\nSố: 12/KH-SXD\nHà Nam, ngày 20 tháng 6 năm 2023\nKẾ HOẠCH\nThử\nCăn cứ Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ quy định chi tiết thi hành một số điều của Luật Phòng, chống thiên tai năm 2013;\nThực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;\nI. MỤC ĐÍCH\n1. Các văn bản sửa đổi Nghị định số 61/2018/NĐ-CP.\n',
      { name: 'a.txt' },
    )
    const content = contentOf(await exported('graphml', [plan]), 'plans.graphml')
    const edges = [
      ...content.matchAll(/<edge source="(?<source>[^"]+)" target="(?<target>[^"]+)">.*?<data key="relation">(?<relation>[^<]+)</gsu),
    ].map(({ groups }) => `${groups?.source} ${groups?.relation} ${groups?.target}`)
    expect(edges).toEqual([
      '12/kh-sxd/2023/tinh-ha-nam basis 66/2021/nd-cp',
      '12/kh-sxd/2023/tinh-ha-nam implements 76/nq-cp/2021',
      '12/kh-sxd/2023/tinh-ha-nam mentioned 61/2018/nd-cp',
      '66/2021/nd-cp guides luat-phong-chong-thien-tai/2013',
    ])
  })
})
