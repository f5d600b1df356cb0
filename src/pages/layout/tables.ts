import { bottom, centreX, centreY, right } from '../../schema/box.ts'
import type { Box } from '../../schema/geometry.ts'
import type { Rule, Rules } from '../clean/rules.ts'
import type { RecognisedWord } from '../engine.ts'

/** A printed line of a table, with the stretches along it that are really drawn: a merged cell leaves a gap. */
interface Edge {
  at: number
  drawn: [from: number, to: number][]
}

/** A table drawn with rules, in pixels of the page. */
export interface Table {
  box: Box
  columns: Edge[]
  rows: Edge[]
}

export interface Cell {
  row: number
  column: number
  box: Box
}

/** Inches: lines nearer than this are one line, drawn double or leaning. */
const SAME_EDGE = 0.07
const MEETS = 0.06

/** The tables of a page: groups of crossing rules with at least two lines each way. */
export function findTables(rules: Rules, dpi: number): Table[] {
  const groups = connected(rules, MEETS * dpi)
  const tables: Table[] = []
  for (const { horizontal, vertical } of groups) {
    const rows = toEdges(horizontal, SAME_EDGE * dpi)
    const columns = toEdges(vertical, SAME_EDGE * dpi)
    if (rows.length < 2 || columns.length < 2) continue
    const [left, top] = [(columns[0] as Edge).at, (rows[0] as Edge).at]
    tables.push({
      box: { x: left, y: top, width: (columns.at(-1) as Edge).at - left, height: (rows.at(-1) as Edge).at - top },
      columns,
      rows,
    })
  }
  return tables.sort((a, b) => a.box.y - b.box.y)
}

function connected(rules: Rules, near: number): Rules[] {
  const left = new Set(rules.vertical)
  const groups: Rules[] = []
  for (const first of rules.vertical) {
    if (!left.delete(first)) continue
    const group: Rules = { horizontal: [], vertical: [first] }
    const taken = new Set<Rule>()
    for (const rule of group.vertical) {
      for (const other of rules.horizontal) {
        if (taken.has(other) || !meet(other, rule, near)) continue
        taken.add(other)
        group.horizontal.push(other)
        for (const next of left) {
          if (!meet(other, next, near)) continue
          left.delete(next)
          group.vertical.push(next)
        }
      }
    }
    groups.push(group)
  }
  return groups
}

const meet = (horizontal: Rule, vertical: Rule, near: number) =>
  vertical.at > horizontal.from - near &&
  vertical.at < horizontal.to + near &&
  horizontal.at > vertical.from - near &&
  horizontal.at < vertical.to + near

function toEdges(rules: readonly Rule[], same: number): Edge[] {
  const edges: Edge[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const edge = edges.at(-1)
    if (edge !== undefined && rule.at - edge.at < same) edge.drawn.push([rule.from, rule.to])
    else edges.push({ at: rule.at, drawn: [[rule.from, rule.to]] })
  }
  return edges
}

/** Whether the edge is drawn along most of the stretch. */
function covers(edge: Edge, from: number, to: number): boolean {
  let length = 0
  for (const [start, end] of edge.drawn) length = Math.max(length, Math.min(end, to) - Math.max(start, from))
  return length > (to - from) * 0.6
}

/** The cells of a table, row by row; one that spans several rows or columns counts where it begins. */
export function cellsOf(table: Table): Cell[] {
  const { rows, columns } = table
  const owner = new Map<string, Cell>()
  const cells: Cell[] = []
  for (let row = 0; row + 1 < rows.length; row++) {
    for (let column = 0; column + 1 < columns.length; column++) {
      const [top, low] = [(rows[row] as Edge).at, (rows[row + 1] as Edge).at]
      const [left, far] = [(columns[column] as Edge).at, (columns[column + 1] as Edge).at]
      const above = row > 0 && !covers(rows[row] as Edge, left, far) ? owner.get(`${row - 1} ${column}`) : undefined
      const before = column > 0 && !covers(columns[column] as Edge, top, low) ? owner.get(`${row} ${column - 1}`) : undefined
      const spanned = above ?? before
      if (spanned !== undefined) {
        spanned.box.width = Math.max(right(spanned.box), far) - spanned.box.x
        spanned.box.height = Math.max(bottom(spanned.box), low) - spanned.box.y
        owner.set(`${row} ${column}`, spanned)
        continue
      }
      const cell = { row, column, box: { x: left, y: top, width: far - left, height: low - top } }
      cells.push(cell)
      owner.set(`${row} ${column}`, cell)
    }
  }
  return cells
}

/** The words of each cell, by the words' middles. */
export function fillCells(cells: readonly Cell[], words: readonly RecognisedWord[]): { cell: Cell; words: RecognisedWord[] }[] {
  return cells.map((cell) => ({ cell, words: words.filter((word) => contains(cell.box, word.box)) }))
}

export function contains(outer: Box, inner: Box): boolean {
  const [x, y] = [centreX(inner), centreY(inner)]
  return x >= outer.x && x < right(outer) && y >= outer.y && y < bottom(outer)
}
