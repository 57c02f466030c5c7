/// The parameters of a query string, in order; those that cannot be decoded are left out.
package struct RequestQuery {
    /// Names and values; a name alone has an empty value.
    package let pairs: [(name: String, value: String)]

    /// Reads the text after the question mark.
    package init(_ text: String) {
        pairs = text.utf8.split(separator: UInt8(ascii: "&")).compactMap { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(parts[0], plusIsSpace: true) else { return nil }
            guard parts.count > 1 else { return (name, "") }
            return PercentCoding.decode(parts[1], plusIsSpace: true).map { (name, $0) }
        }
    }

    /// The first value of a name.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }
}
