/// A pattern of a service model, matched against a whole text.
///
/// The subset of regular expressions the models use: classes, groups, alternatives, counts, anchors, look-ahead, look-behind of one character. It
/// moves a set of positions through the pattern, so its time is bounded by pattern × text whatever a caller sends.
package struct TextPattern: Sendable {
    /// The pattern as the model has it; messages quote it.
    package let text: String
    private let root: PatternNode

    /// Compiles a pattern.
    package init(_ text: String) {
        self.text = text
        var compiler = PatternCompiler(text)
        root = compiler.alternatives()
    }

    /// Whether the pattern matches the whole text.
    package func matches(_ subject: String) -> Bool {
        let scalars = subject.unicodeScalars.map(\.value)
        return root.advance([0], in: scalars).contains(scalars.count)
    }
}

/// A part of a pattern.
indirect enum PatternNode: Sendable {
    case characters(ranges: [ClosedRange<UInt32>], isNegated: Bool)
    case start, end
    case sequence([PatternNode])
    case choice([PatternNode])
    case repeated(PatternNode, least: Int, most: Int)
    case ahead(PatternNode, isNegated: Bool)
    case behind(PatternNode, isNegated: Bool)

    /// Where a match may end, for every place where it may start; both in ascending order.
    func advance(_ positions: [Int], in text: [UInt32]) -> [Int] {
        switch self {
        case .characters(let ranges, let isNegated):
            return positions.compactMap { position in
                position < text.count && ranges.contains(where: { $0.contains(text[position]) }) != isNegated
                    ? position + 1 : nil
            }
        case .start: return positions.contains(0) ? [0] : []
        case .end: return positions.contains(text.count) ? [text.count] : []
        case .sequence(let parts):
            var current = positions
            for part in parts where !current.isEmpty { current = part.advance(current, in: text) }
            return current
        case .choice(let parts): return Set(parts.flatMap { $0.advance(positions, in: text) }).sorted()
        case .repeated(let part, let least, let most): return Self.repeating(part, least, most, positions, text)
        case .ahead(let part, let isNegated):
            return positions.filter { part.advance([$0], in: text).isEmpty == isNegated }
        case .behind(let part, let isNegated):
            return positions.filter { ($0 == 0 || part.advance([$0 - 1], in: text).isEmpty) == isNegated }
        }
    }

    private static func repeating(_ part: PatternNode, _ least: Int, _ most: Int, _ positions: [Int], _ text: [UInt32])
        -> [Int]
    {
        var frontier = positions
        for _ in 0..<least where !frontier.isEmpty { frontier = part.advance(frontier, in: text) }
        var reached = [Bool](repeating: false, count: text.count + 1)
        for position in frontier { reached[position] = true }
        var rounds = least
        while !frontier.isEmpty, rounds < most {
            frontier = part.advance(frontier, in: text).filter { !reached[$0] }
            for position in frontier { reached[position] = true }
            rounds += 1
        }
        return reached.indices.filter { reached[$0] }
    }
}
