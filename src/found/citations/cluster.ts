import { maySameBody } from './same-body.ts'

/** A mention as far as it says which document is meant; those of one `group` share number and symbol, or the name of a law. */
export interface Mention {
  group: string
  year: string | null
  issuer: string | null
}

/** Documents that share one group. No real text cites so many; what a hostile one has beyond them goes to the last. */
const MOST_OF_A_GROUP = 40

interface Cluster {
  id: number
  year: string | null
  issuer: string | null
}

/**
 * Which mentions are of one document: the number of that document for each mention. Numbers begin anew each year and in each body (decree
 * 30/2020/NĐ-CP, appendix I, II.3), so year and issuer part them where both are printed; a mention without its year is of the document last mentioned
 * before, or of the first after.
 */
export function clusterMentions(mentions: readonly Mention[]): number[] {
  const groups = new Map<string, number[]>()
  mentions.forEach(({ group }, index) => {
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [index])
    else members.push(index)
  })
  const ids = new Array<number>(mentions.length).fill(0)
  let count = 0
  for (const members of groups.values()) {
    const clusters: Cluster[] = []
    const place = (index: number, mention: Mention, preferred: Cluster | undefined): Cluster => {
      const fits = (cluster: Cluster): boolean => isSame(mention, cluster)
      let cluster = preferred !== undefined && fits(preferred) ? preferred : clusters.find(fits)
      if (cluster === undefined) {
        cluster =
          clusters.length < MOST_OF_A_GROUP
            ? { year: mention.year, issuer: mention.issuer, id: count++ }
            : (clusters[MOST_OF_A_GROUP - 1] as Cluster)
        if (clusters.length < MOST_OF_A_GROUP) clusters.push(cluster)
      }
      cluster.year ??= mention.year
      cluster.issuer ??= mention.issuer
      ids[index] = cluster.id
      return cluster
    }
    const dated = new Map<number, Cluster>()
    for (const index of members) {
      const mention = mentions[index] as Mention
      if (mention.year !== null) dated.set(index, place(index, mention, undefined))
    }
    let last: Cluster | undefined
    for (const index of members) last = dated.get(index) ?? place(index, mentions[index] as Mention, last)
  }
  return ids
}

const isSame = (mention: Mention, cluster: Cluster): boolean =>
  (mention.year === null || cluster.year === null || mention.year === cluster.year) && maySameBody(mention.issuer, cluster.issuer)
