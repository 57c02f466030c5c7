/// What is wrong with a text that is not JSON, in the words of the service's parser.
///
/// AWS was observed to answer with the messages of a well-known Java parser, which programs have come to compare.
package struct JSONComplaint: Sendable, Equatable {
    /// `Unrecognized token 'not': was expecting (JSON String, …)`.
    package let message: String
    /// `[Source: (String)"not a definition"; line: 1, column: 4]`.
    package let source: String

    /// Finds the first fault; `nil` when none of those the Java parser would name is there.
    package init?(about text: [UInt8]) {
        var scan = JSONComplaintScan(text)
        guard let message = scan.firstFault() else { return nil }
        self.message = message
        let (line, column) = scan.place
        source = "[Source: (String)\(Self.quoted(text)); line: \(line), column: \(column)]"
    }

    private static let excerptMax = 500

    private static func quoted(_ text: [UInt8]) -> String {
        let whole = String(decoding: text, as: UTF8.self)
        let rest = whole.unicodeScalars.count - excerptMax
        guard rest > 0 else { return "\"\(whole)\"" }
        return "\"\(String.UnicodeScalarView(whole.unicodeScalars.prefix(excerptMax)))\"[truncated \(rest) chars]"
    }
}
