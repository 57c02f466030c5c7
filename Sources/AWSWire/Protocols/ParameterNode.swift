/// Form parameters as a tree: `Entry.1.Id=a` is the value of `Id` below `1` below `Entry`.
final class ParameterNode {
    /// The parameter's own text, when it has one.
    private(set) var value: String?
    private var children: [Substring: ParameterNode] = [:]

    /// Deeper names than any model has are refused.
    private static let depthMax = 32
    /// More parameters than any action takes are refused: ten entries with ten attributes each are some four hundred.
    private static let countMax = 10_000

    /// Reads parameters from a query string or a form body into this tree; `false` when they are not well formed.
    func read(_ form: some Collection<UInt8>) -> Bool {
        let pairs = form.split(separator: UInt8(ascii: "&"), maxSplits: Self.countMax)
        guard pairs.count <= Self.countMax else { return false }
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(parts[0], plusIsSpace: true),
                let value = parts.count > 1 ? PercentCoding.decode(parts[1], plusIsSpace: true) : "",
                insert(value, at: name)
            else { return false }
        }
        return true
    }

    /// The node below a dotted name.
    func child(_ name: String) -> ParameterNode? { children[name[...]] }

    /// The nodes with numbers for names, in the order of the numbers.
    var numbered: [ParameterNode] {
        children.compactMap { name, node in Int(name).map { ($0, node) } }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func insert(_ value: String, at name: String) -> Bool {
        var (node, depth) = (self, 0)
        for part in name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            depth += 1
            guard depth <= Self.depthMax else { return false }
            let key = Substring(part)
            if let next = node.children[key] {
                node = next
            } else {
                let next = ParameterNode()
                node.children[key] = next
                node = next
            }
        }
        node.value = value
        return true
    }
}
