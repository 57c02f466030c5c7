/// Changes by key that have not been written yet, in the order in which their keys first appeared.
struct Overlay<Key: Hashable, Value> {
    private var values: [Key: Value] = [:]
    private var order: [Key] = []

    /// The change of a key; `nil` when it has none.
    subscript(key: Key) -> Value? {
        get { values[key] }
        set {
            guard let newValue else {
                values[key] = nil
                return
            }
            if values.updateValue(newValue, forKey: key) == nil { order.append(key) }
        }
    }

    /// Changes the value of a key in place; it begins as `initial`.
    mutating func change(_ key: Key, from initial: @autoclosure () -> Value, _ body: (inout Value) -> Void) {
        if let index = values.index(forKey: key) {
            body(&values.values[index])
        } else {
            var value = initial()
            body(&value)
            values[key] = value
            order.append(key)
        }
    }

    /// Takes every change out, in order.
    mutating func drain<Failure: Error>(_ body: (Key, Value) throws(Failure) -> Void) throws(Failure) {
        for key in order {
            if let value = values.removeValue(forKey: key) { try body(key, value) }
        }
        order.removeAll(keepingCapacity: true)
    }

    /// Forgets every change.
    mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
    }
}
