/// A piece of a date-time picture.
enum DateTimePart: Sendable {
    /// Stands for itself.
    case literal([UInt16])
    /// Stands for a component.
    case marker(DateTimeMarker)

    /// Reads a picture: `[Y0001]-[M01]`. Doubled brackets stand for single ones.
    static func parts(of picture: String) throws(JSONataError) -> [DateTimePart] {
        let units = Array(picture.utf16)
        var parts: [DateTimePart] = []
        var (start, place) = (0, 0)
        func literal() -> DateTimePart { .literal(withSingleBrackets(units[start..<place])) }
        while place < units.count {
            guard units[place] == 0x5B else {
                place += 1
                continue
            }
            if place > start { parts.append(literal()) }
            if units[(place + 1)...].first == 0x5B {
                parts.append(.literal([0x5B]))
                place += 2
            } else {
                guard let end = units[place...].firstIndex(of: 0x5D) else { throw JSONataError("D3135") }
                let marker = units[(place + 1)..<end].filter { !UnitSet.blanks.contains($0) }
                parts.append(.marker(try DateTimeMarker(marker)))
                place = end + 1
            }
            start = place
        }
        if place > start { parts.append(literal()) }
        return parts
    }

    private static func withSingleBrackets(_ text: ArraySlice<UInt16>) -> [UInt16] {
        Array(Array(text).split(at: [0x5D, 0x5D]).joined(separator: [0x5D]))
    }
}
