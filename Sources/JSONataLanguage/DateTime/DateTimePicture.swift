import JSONTree

/// `$fromMillis`, `$toMillis` and `$now`.
///
/// Source: XPath and XQuery Functions and Operators 3.1, 9.8 "Formatting dates and times", as jsonata 2.0.6 follows it.
enum DateTimePicture {
    /// An instant as a picture shows it; in ISO 8601 without one.
    ///
    /// - Parameters:
    ///   - milliseconds: Since 1970.
    ///   - picture: Such as `[Y0001]-[M01]-[D01]`.
    ///   - timezone: The offset it is shown at, such as `+0530`; UTC without one.
    static func format(milliseconds: Int64, picture: String?, timezone: String?) throws(JSONataError) -> String {
        let parts = try DateTimePart.parts(of: picture ?? "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]")
        let formatting = try DateTimeFormatting(milliseconds: milliseconds, timezone: timezone)
        var text: [UInt16] = []
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .marker(let marker): text += try formatting.text(of: marker)
            }
        }
        return String(decoding: text, as: UTF16.self)
    }

    /// The instant a text means by a picture; by ISO 8601 without one.
    ///
    /// - Parameter now: The instant of the evaluation, in milliseconds since 1970; missing parts of a date come from it.
    /// - Returns: Milliseconds since 1970; `nil` when the text does not fit the picture or the time does not exist.
    static func parse(_ text: String, picture: String?, now: Int64) throws(JSONataError) -> Int64? {
        guard let picture else { return try ISOTimestamp.milliseconds(text) }
        var readers: [DateTimeReader] = []
        for part in try DateTimePart.parts(of: picture) { readers.append(try DateTimeReader(part)) }
        let units = Array(text.utf16)
        guard let groups = try groups(of: units, readers) else { return nil }
        var reading = DateTimeReading(now: now)
        var hasComponents = false
        for (reader, range) in zip(readers, groups) {
            guard let component = reader.component, let range else { continue }
            hasComponents = true
            if let value = try reader.value(of: Array(units[range])) { reading.note(component, value) }
        }
        return hasComponents ? try reading.milliseconds() : nil
    }

    private static func groups(of text: [UInt16], _ readers: [DateTimeReader]) throws(JSONataError) -> [Range<Int>?]? {
        let source = "^" + readers.map { "(" + $0.expression + ")" }.joined() + "$"
        do {
            var steps = PictureLimits.parseSteps
            return try JSPattern(source, flags: "i").firstMatch(in: text, from: 0, steps: &steps)?.groups
        } catch {
            // A picture of a thousand words in a row, or one too long to read.
            throw JSONataError("U1001", message: "It takes too long to read the date/time with this picture")
        }
    }
}
