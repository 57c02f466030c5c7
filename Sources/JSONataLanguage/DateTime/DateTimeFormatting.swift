import JSONTree

/// Writes an instant by the markers of a picture.
struct DateTimeFormatting {
    private let fields: DateTimeFields
    private let offsetHours: Int
    private let offsetMinutes: Int

    /// Takes an instant and the offset it is shown at, such as `+0530` or `-0800`.
    init(milliseconds: Int64, timezone: String?) throws(JSONataError) {
        let offset = timezone.map { LeadingInteger.value(of: Array($0.utf16)) } ?? 0
        guard offset.magnitude <= 1e6 else {
            throw JSONataError("T0410", value: timezone.map { .string($0) }, message: "The timezone is not a number")
        }
        // jsonata rounds hours down and not towards zero, so half hours west of Greenwich come out wrong: as there.
        offsetHours = Int((offset / 100).rounded(.down))
        offsetMinutes = Int(offset) % 100
        let shift = Int64(60 * offsetHours + offsetMinutes) * 60_000
        let (shifted, overflow) = milliseconds.addingReportingOverflow(shift)
        guard !overflow, shifted.magnitude <= CivilCalendar.millisecondsMax else {
            throw JSONataError("T0410", value: .integer(milliseconds), message: "The time is too far from 1970")
        }
        fields = DateTimeFields(milliseconds: shifted)
    }

    /// What a marker shows.
    func text(of marker: DateTimeMarker) throws(JSONataError) -> [UInt16] {
        let component = marker.component
        switch component {
        case .zone, .zoneWithGMT: return try zone(marker)
        case .halfDay: return Array((fields[.halfDay] == 1 ? "pm" : "am").utf16)
        case .calendar, .era: return Array("ISO".utf16)
        default: break
        }
        if let letterCase = marker.names { return try name(marker, letterCase) }
        var value = Double(fields[component])
        if component == .year, let digits = marker.digitCount, digits < 9 {
            value = value.truncatingRemainder(dividingBy: Arithmetic.powerOfTen(digits))
        }
        return try marker.integer?.text(of: value) ?? []
    }

    private func name(_ marker: DateTimeMarker, _ letterCase: LetterCase) throws(JSONataError) -> [UInt16] {
        let component = marker.component
        guard let names = component.names else {
            throw JSONataError("D3133", value: .string(String(component.rawValue)))
        }
        let name = letterCase.apply(to: names[fields[component] - 1])
        return Array(name.utf16.prefix(marker.widthMax ?? Int.max))
    }

    private func zone(_ marker: DateTimeMarker) throws(JSONataError) -> [UInt16] {
        let offset = offsetHours * 100 + offsetMinutes
        if offset == 0, marker.isTraditional { return [0x5A] }
        guard let integer = marker.integer, let digits = integer.decimal else { throw JSONataError("D3134") }
        var text = Array((marker.component == .zoneWithGMT ? "GMT" : "").utf16) + (offset >= 0 ? [0x2B] : [])
        if digits.regular != nil {
            return text + (try integer.text(of: Double(offset)))
        }
        switch digits.mandatory {
        case 1, 2:
            text += try integer.text(of: Double(offsetHours))
            if offsetMinutes != 0 {
                text += [0x3A] + (try IntegerFormat(format: "00", isOrdinal: false).text(of: Double(offsetMinutes)))
            }
        case 3, 4: text += try integer.text(of: Double(offset))
        default: throw JSONataError("D3134", value: .integer(Int64(digits.mandatory)))
        }
        return text
    }
}
