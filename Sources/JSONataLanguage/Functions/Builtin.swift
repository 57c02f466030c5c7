/// The functions of the language: JSONata's own and those AWS Step Functions adds.
///
/// Source: docs.jsonata.org, "Function library"; AWS Step Functions developer guide, "JSONata functions provided by Step
/// Functions".
enum Builtin: Int, Sendable, CaseIterable {
    case sum, count, max, min, average
    case string, substring, substringBefore, substringAfter, lowercase, uppercase, length, trim, pad
    case match, contains, replace, split, join
    case formatNumber, formatBase, formatInteger, parseInteger
    case number, floor, ceil, round, abs, sqrt, power, random
    case boolean, not
    case map, zip, filter, single, reduce, sift
    case keys, lookup, append, exists, spread, merge, reverse, each
    case error, assert, type, sort, shuffle, distinct
    case base64encode, base64decode, encodeUrlComponent, encodeUrl, decodeUrlComponent, decodeUrl
    case eval, toMillis, fromMillis, clone, now, millis
    case partition, range, hash, uuid, parse

    /// The function of a name.
    init?(_ name: String) {
        guard let builtin = Self.named[name] else { return nil }
        self = builtin
    }

    /// The name without the dollar sign.
    var name: String { Self.table[rawValue].name }

    /// The types of its arguments.
    var signature: Signature { Self.table[rawValue].signature }

    /// How many arguments it makes use of when another function calls it.
    var arity: Int {
        switch self {
        case .zip: 0
        case .string: 1
        default: signature.parameters.count
        }
    }

    /// Names and signatures in the order of the cases.
    private static let table: [(name: String, signature: Signature)] = {
        let rows = text.split(separator: "\n").flatMap { line in
            let words = line.split(separator: " ")
            return words.dropFirst().map { (String($0), Signature(known: String(words[0]))) }
        }
        precondition(rows.count == allCases.count, "a function lacks its signature")
        return rows
    }()

    private static let named = Dictionary(uniqueKeysWithValues: Swift.zip(table.map(\.name), allCases))

    private static let text = """
        <a<n>:n> sum
        <a:n> count
        <a<n>:n> max min average
        <x-b?:s> string
        <s-nn?:s> substring
        <s-s:s> substringBefore substringAfter
        <s-:s> lowercase uppercase
        <s-:n> length
        <s-:s> trim
        <s-ns?:s> pad
        <s-f<s:o>n?:a<o>> match
        <s-(sf):b> contains
        <s-(sf)(sf)n?:s> replace
        <s-(sf)n?:a<s>> split
        <a<s>s?:s> join
        <n-so?:s> formatNumber
        <n-n?:s> formatBase
        <n-s:s> formatInteger
        <s-s:n> parseInteger
        <(nsb)-:n> number
        <n-:n> floor ceil
        <n-n?:n> round
        <n-:n> abs sqrt
        <n-n:n> power
        <n?:n> random
        <x-:b> boolean not
        <af> map
        <a+> zip
        <af> filter
        <af?> single
        <afj?:j> reduce
        <o-f?:o> sift
        <x-:a<s>> keys
        <x-s:x> lookup
        <xx:a> append
        <x:b> exists
        <x-:a<o>> spread
        <a<o>:o> merge
        <a:a> reverse
        <o-f:a> each
        <s?:x> error
        <bs?:x> assert
        <x:s> type
        <af?:a> sort
        <a:a> shuffle
        <x:x> distinct
        <s-:s> base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl
        <sx?:x> eval
        <s-s?:n> toMillis
        <n-s?s?:s> fromMillis
        <(oa)-:o> clone
        <s?s?:s> now
        <:n> millis
        <an:a> partition
        <nnn:a> range
        <ss:s> hash
        <:s> uuid
        <s:x> parse
        """
}
