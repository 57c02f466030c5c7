/// What JavaScript's strings can do and arrays of UTF-16 units cannot.
extension [UInt16] {
    /// Where another text begins for the first time, from a place on; an empty one is found nowhere.
    func firstPlace(of other: [UInt16], from start: Int = 0) -> Int? {
        guard !other.isEmpty, start + other.count <= count else { return nil }
        return (start...count - other.count).first { self[$0..<$0 + other.count].elementsEqual(other) }
    }

    /// Where another text begins for the last time.
    func lastPlace(of other: [UInt16]) -> Int? {
        guard !other.isEmpty, other.count <= count else { return nil }
        return (0...count - other.count).last { self[$0..<$0 + other.count].elementsEqual(other) }
    }

    /// The parts between the places of another text, which is taken as absent when empty.
    func split(at separator: [UInt16]) -> [[UInt16]] {
        var parts: [[UInt16]] = []
        var start = 0
        while let place = firstPlace(of: separator, from: start) {
            parts.append(Array(self[start..<place]))
            start = place + separator.count
        }
        parts.append(Array(self[start...]))
        return parts
    }

    /// Puts another text in at a place, which counts from the end when it is below zero and stops at either end.
    mutating func put(_ other: [UInt16], at place: Int) {
        let index = place < 0 ? Swift.max(0, count + place) : Swift.min(place, count)
        insert(contentsOf: other, at: index)
    }
}
