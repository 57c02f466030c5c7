/// A place that no type has a key for: an element of an array, or the part of a parent class.
struct PlaceKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init?(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init?(intValue: Int) { self.init(index: intValue) }

    /// An element of an array, from 0.
    init(index: Int) {
        stringValue = String(index)
        intValue = index
    }

    private init(name: String) {
        stringValue = name
        intValue = nil
    }

    /// Where a class puts what its parent class encodes.
    static let ofParent = PlaceKey(name: "super")
}
