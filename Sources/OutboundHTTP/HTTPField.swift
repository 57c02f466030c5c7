/// A name and a value: of a header, or of a query string or form before it is encoded.
package struct HTTPField: Sendable, Equatable {
    /// As it is sent.
    package var name: String
    /// As it is sent.
    package var value: String

    /// A name with its value.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether it can stand in the head of a request: the name is a token, the value has no line ends.
    ///
    /// Source: RFC 9110, sections 5.1 and 5.5.
    package var isHeader: Bool {
        !name.isEmpty && name.utf8.allSatisfy(Self.isTokenByte)
            && value.utf8.allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
    }

    /// Whether this is the header of a name, however that is written.
    package func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
