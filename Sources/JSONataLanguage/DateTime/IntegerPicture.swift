/// `$formatInteger` and `$parseInteger`.
enum IntegerPicture {
    /// A number, rounded down, as a picture shows it: `#,##0`, `w;o`, `I`, `A`.
    static func format(_ value: Double, picture: String) throws(JSONataError) -> String {
        let text = try IntegerFormat(picture).text(of: value.rounded(.down))
        return String(decoding: text, as: UTF16.self)
    }

    /// The number a text means by a picture.
    ///
    /// - Returns: `nil` when it means none, where jsonata gives JavaScript's `NaN`.
    static func parse(_ text: String, picture: String) throws(JSONataError) -> Double? {
        let value = try IntegerFormat(picture).value(of: Array(text.utf16))
        return value.isNaN ? nil : value
    }
}
