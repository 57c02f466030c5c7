/// In which order things may be made that need each other.
package struct DependencyOrder: Sendable {
    /// Each after all it needs; those that are free in the order given.
    package let order: [String]

    /// Sorts things with what each of them needs; needs that are not among the things count as met.
    ///
    /// - Throws: `Circular dependency between resources: […]`, with the names on circles.
    package init(_ things: [(name: String, needs: [String])]) throws(TemplateError) {
        let names = Set(things.map(\.name))
        var open = Dictionary(
            things.map { ($0.name, Set($0.needs.filter { names.contains($0) })) }, uniquingKeysWith: { $0.union($1) })
        var order: [String] = []
        while !open.isEmpty {
            let free = things.map(\.name).filter { open[$0]?.isEmpty == true }
            guard !free.isEmpty else {
                throw TemplateError(
                    "Circular dependency between resources: [\(Self.circle(open).joined(separator: ", "))]")
            }
            for name in free { open[name] = nil }
            order += free
            let done = Set(free)
            open = open.mapValues { $0.subtracting(done) }
        }
        self.order = order
    }

    /// Without those that only wait for the circle.
    private static func circle(_ open: [String: Set<String>]) -> [String] {
        var left = open
        while true {
            let needed = Set(left.values.flatMap { $0 })
            let idle = left.keys.filter { !needed.contains($0) }
            if idle.isEmpty { return left.keys.sorted() }
            for name in idle { left[name] = nil }
        }
    }
}
