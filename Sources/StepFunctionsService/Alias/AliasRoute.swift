/// A version an alias leads to, and how often.
struct AliasRoute: Sendable, Equatable {
    /// The version's number.
    let version: Int
    /// Of a hundred starts, so many.
    let weight: Int

    /// Chooses by weight.
    ///
    /// - Parameters:
    ///   - routes: Not empty; their weights sum up to 100.
    ///   - chance: Any number; each is as likely as the others.
    static func chosen(from routes: [AliasRoute], by chance: UInt64) -> AliasRoute {
        var left = Int(chance % 100)
        for route in routes {
            left -= route.weight
            if left < 0 { return route }
        }
        return routes[routes.count - 1]
    }
}
