/// A file in the format of `~/.aws/credentials` and `~/.aws/config`: sections of names and values.
package struct ProfileFile: Sendable {
    /// One section.
    package struct Profile: Sendable {
        /// What stands between the brackets.
        package let name: String
        /// What has a value, by name.
        package fileprivate(set) var values: [String: String] = [:]
    }

    /// In the order of the file.
    package private(set) var profiles: [Profile] = []

    /// Reads a text.
    ///
    /// - Parameter name: What the file is called in errors.
    /// - Throws: `ServerError` for a line that is neither a section nor a value of one.
    package init(_ text: String, name: String) throws(ServerError) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Self.trimmed(line)
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix(";") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                profiles.append(Profile(name: Self.trimmed(line.dropFirst().dropLast())))
                continue
            }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !profiles.isEmpty else {
                throw ServerError("\(name):\(number + 1): neither [profile] nor name = value below one: \(line)")
            }
            let value = Self.trimmed(parts[1])
            if !value.isEmpty { profiles[profiles.count - 1].values[Self.trimmed(parts[0])] = value }
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" || character == "\r" }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
