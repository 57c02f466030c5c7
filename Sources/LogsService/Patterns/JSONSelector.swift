import JSONTree

/// Which values of a message a condition is about: `$.a.b[0]`, `$.a[*].b`.
struct JSONSelector: Sendable, Equatable {
    /// One step downwards.
    enum Step: Sendable, Equatable {
        case member(String)
        case element(Int)
        /// `*`: every member or element.
        case every
    }

    /// From the root on.
    let steps: [Step]

    /// The values there are.
    func values(in tree: JSON) -> [JSON] {
        var values = [tree]
        for step in steps {
            values = values.flatMap { value -> [JSON] in
                switch step {
                case .member(let name): return value[name].map { [$0] } ?? []
                case .element(let place): return value[place].map { [$0] } ?? []
                case .every: return value.arrayValue ?? value.objectValue?.values ?? []
                }
            }
        }
        return values
    }
}
