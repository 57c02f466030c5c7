/// Finds the integration of a resource: the longest literal prefix wins, and of equals the stronger origin.
struct IntegrationTable<Target: Sendable>: Sendable {
    private struct Entry: Sendable {
        let pattern: ResourcePattern
        let origin: InstalledHandler.Origin
        let target: Target
    }
    private var entries: [Entry] = []

    /// Adds an integration.
    mutating func add(_ pattern: String, _ origin: InstalledHandler.Origin, _ target: Target) {
        entries.append(Entry(pattern: ResourcePattern(pattern), origin: origin, target: target))
    }

    /// The integration that serves a resource.
    func find(_ resource: String) -> Target? {
        var best: Entry?
        for entry in entries where entry.pattern.matches(resource) {
            if let best,
                (best.pattern.literalPrefixCount, best.origin) > (entry.pattern.literalPrefixCount, entry.origin)
            {
                continue
            }
            best = entry
        }
        return best?.target
    }
}

/// A resource name in which `*` stands for any text.
struct ResourcePattern: Sendable, Equatable {
    private let pieces: [UInt8]
    /// Bytes before the first `*`.
    let literalPrefixCount: Int

    init(_ text: String) {
        pieces = Array(text.utf8)
        literalPrefixCount = pieces.firstIndex(of: UInt8(ascii: "*")) ?? pieces.count
    }

    /// Whether the whole name fits.
    func matches(_ name: String) -> Bool {
        let name = Array(name.utf8)
        var (at, position, star, mark) = (0, 0, -1, 0)
        while position < name.count {
            if at < pieces.count, pieces[at] == UInt8(ascii: "*") {
                (star, mark) = (at, position)
                at += 1
            } else if at < pieces.count, pieces[at] == name[position] {
                at += 1
                position += 1
            } else if star >= 0 {
                mark += 1
                (at, position) = (star + 1, mark)
            } else {
                return false
            }
        }
        while at < pieces.count, pieces[at] == UInt8(ascii: "*") { at += 1 }
        return at == pieces.count
    }
}
