/// A gate for each of endless many keys, made of a fixed number of gates: keys whose hash is the same share one.
///
/// Whoever is inside one of these gates must not enter another of the same set: the two keys may share theirs, and
/// it would wait for itself. What nests takes a set for each layer.
package struct ChangeGates: Sendable {
    private let gates: [ChangeGate]

    /// Nobody is changing anything.
    ///
    /// - Parameter count: How many keys can have their turn at once, at most. 1...
    package init(count: Int) {
        gates = (0..<count).map { _ in ChangeGate() }
    }

    /// The gate of a key.
    package subscript(key: String) -> ChangeGate {
        let sum = key.utf8.reduce(UInt32(5_381)) { $0 &* 33 &+ UInt32($1) }
        return gates[Int(sum % UInt32(gates.count))]
    }
}
