/// Why a text is not JSON, and where.
package struct JSONError: Error, Sendable, Equatable {
    /// The kinds of failure.
    package enum Code: Sendable, Equatable {
        /// The text ends inside a value.
        case unexpectedEnd
        /// A byte that cannot stand there.
        case unexpectedCharacter
        /// A number that is not written as JSON writes numbers.
        case invalidNumber
        /// A backslash with something after it that is no escape.
        case invalidEscape
        /// Half of a surrogate pair.
        case loneSurrogate
        /// A control character inside a string.
        case controlCharacter
        /// Bytes that are not UTF-8.
        case invalidUTF8
        /// A byte order mark at the start.
        case byteOrderMark
        /// Something after the value.
        case trailingText
        /// Arrays and objects nested deeper than the limit.
        case tooDeep
        /// More bytes than the limit.
        case tooLong
        /// A key twice in one object, where that is refused.
        case duplicateKey
    }

    /// The kind of failure.
    package let code: Code
    /// The byte where it was noticed, counted from 0.
    package let offset: Int
    /// The line, counted from 1.
    package let line: Int
    /// The column in characters (Unicode scalars), counted from 1.
    package let column: Int

    /// What is wrong, for people.
    package var message: String { "\(reason) (line \(line), column \(column))" }
    /// The same without its place, for those who name that themselves.
    package var reason: String { code.words }

    /// Places a failure in its text.
    init(_ code: Code, at offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        self.code = code
        self.offset = offset
        (line, column) = TextPlace.lineAndColumn(of: offset, in: text)
    }
}

extension JSONError.Code {
    /// The kind in words.
    fileprivate var words: String {
        switch self {
        case .unexpectedEnd: "The JSON text ends too early"
        case .unexpectedCharacter: "Unexpected character"
        case .invalidNumber: "Invalid number"
        case .invalidEscape: "Invalid escape in a string"
        case .loneSurrogate: "A \\u escape is half of a surrogate pair"
        case .controlCharacter: "A control character in a string must be escaped"
        case .invalidUTF8: "Invalid UTF-8"
        case .byteOrderMark: "JSON text must not start with a byte order mark"
        case .trailingText: "Unexpected text after the value"
        case .tooDeep: "Arrays and objects are nested too deeply"
        case .tooLong: "The JSON text is too long"
        case .duplicateKey: "The key occurs twice in one object"
        }
    }
}
