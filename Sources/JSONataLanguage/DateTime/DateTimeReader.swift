import JSONTree

/// How one piece of a picture reads its piece of a text.
struct DateTimeReader {
    /// What the piece of text looks like: a JavaScript regular expression without capturing groups.
    let expression: String
    /// The component it gives; `nil` for a literal.
    let component: DateTimeComponent?
    private let part: DateTimePart

    /// Prepares to read a piece.
    init(_ part: DateTimePart) throws(JSONataError) {
        self.part = part
        switch part {
        case .literal(let text):
            component = nil
            expression = Self.escaped(text)
        case .marker(let marker):
            component = marker.component
            expression = try Self.expression(of: marker)
        }
    }

    private static func escaped(_ text: [UInt16]) -> String {
        let units = text.flatMap { unit -> [UInt16] in
            UnitSet(Array(".*+?^${}()|[]\\".utf16).map { $0...$0 }).contains(unit) ? [0x5C, unit] : [unit]
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func expression(of marker: DateTimeMarker) throws(JSONataError) -> String {
        let component = marker.component
        if component.isZone {
            let minutes = marker.integer?.decimal?.regular.map { escaped($0.text) + "[0-9]+" } ?? ""
            return (component == .zoneWithGMT ? "GMT" : "") + "[-+][0-9]+" + minutes
        }
        guard let integer = marker.integer else {
            guard component == .halfDay || component.names != nil else {
                throw JSONataError("D3133", value: .string(String(component.rawValue)))
            }
            return "[a-zA-Z]+"
        }
        switch integer.style {
        case .letters(let letterCase): return letterCase == .upper ? "[A-Z]+" : "[a-z]+"
        case .roman(let letterCase): return letterCase == .upper ? "[MDCLXVI]+" : "[mdclxvi]+"
        case .words: return "(?:" + NumberWords.values.map(\.word).joined(separator: "|") + "|and|[\\-, ])+"
        case .decimal(let digits):
            var count = "+"
            if let most = marker.digitCount, most > 0 { count = "{\(max(most - digits.optional, 0)),\(most)}" }
            return "[0-9]" + count + (integer.isOrdinal ? "(?:th|st|nd|rd)" : "")
        case .sequence(let format): throw JSONataError("D3130", value: .string(format))
        }
    }

    /// What a piece of text that looks right gives; `nil` for a name that is none.
    func value(of text: [UInt16]) throws(JSONataError) -> Double? {
        guard case .marker(let marker) = part else { return nil }
        if marker.component.isZone { return offset(text, marker) }
        if marker.component == .fraction, marker.integer?.decimal != nil {
            // Milliseconds are the finest there is; more digits would spill over into seconds.
            return try marker.integer?.value(of: Array(text.prefix(3)))
        }
        if let integer = marker.integer { return try integer.value(of: text) }
        if marker.component == .halfDay {
            return ["am", "AM", "pm", "PM"].firstIndex { $0.utf16.elementsEqual(text) }.map { Double($0 / 2) }
        }
        let width = marker.widthMax.flatMap { $0 > 0 ? $0 : nil } ?? Int.max
        return marker.component.names?.lastIndex { $0.utf16.prefix(width).elementsEqual(text) }.map { Double($0 + 1) }
    }

    /// An offset in minutes. The minutes keep their sign after a separator, as in jsonata.
    private func offset(_ text: [UInt16], _ marker: DateTimeMarker) -> Double {
        let digits = Array(text.dropFirst(marker.component == .zoneWithGMT ? 3 : 0))
        let split: Int
        var skipped = 0
        if let separator = marker.integer?.decimal?.regular, let place = digits.firstPlace(of: separator.text) {
            split = place
            skipped = separator.text.count
        } else {
            split = digits.count <= 3 ? digits.count : 3
        }
        let minutes = Array(digits[(split + skipped)...])
        let hours = LeadingInteger.value(of: Array(digits[..<split]))
        return hours * 60 + (minutes.isEmpty ? 0 : LeadingInteger.value(of: minutes))
    }
}
