import { Document, isCollection, isScalar, type Node, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml'
import type { Json } from './conditional'

const MAX_LINE = 120

/** Returns the template as YAML with CloudFormation's short forms, which keeps it below the limit of 51,200 bytes. */
export function stringifyTemplate(template: Json): string {
  const document = new Document(template, { aliasDuplicateObjects: false, schema: 'yaml-1.1' })
  visit(document, {
    Map: (_, map) => shorten(map),
  })
  visit(document, {
    Collection: (_, collection) => {
      const hasOnlyScalars = isCollection(collection) && collection.items.every((item) => isScalar(item))
      if (hasOnlyScalars && JSON.stringify(collection.toJSON()).length < MAX_LINE) collection.flow = true
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** Returns the short form of `Ref`, `Fn::Sub` and the like, or nothing for another map. */
function shorten(map: YAMLMap): Node | undefined {
  const [pair, ...more] = map.items
  if (pair === undefined || more.length > 0 || !isScalar(pair.key)) return undefined
  const [, name] = /^(?:Fn::)?(Ref|Sub|If|Not|Equals)$/.exec(String(pair.key.value)) ?? []
  const value = pair.value
  if (name === undefined || !(value instanceof Scalar || value instanceof YAMLSeq)) return undefined
  value.tag = `!${name}`
  return value
}
