import JSONTree

/// Look-ups as the languages do them, to be timed.
enum JSONWalk {
    /// Adds up what four look-ups in every order find.
    static func sum(_ orders: JSON) -> Int {
        var sum = 0
        guard let elements = orders.arrayValue else { return 0 }
        for order in elements {
            sum &+= Int(order["quantity"]?.integerValue ?? 0)
            sum &+= order["customer"]?["address"]?["zip"]?.stringValue?.utf8.count ?? 0
        }
        return sum
    }
}
