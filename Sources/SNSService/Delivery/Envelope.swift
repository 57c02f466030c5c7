import JSONTree

/// The JSON of messages, laid out as AWS does.
enum Envelope {
    /// Members in their order, one a line.
    ///
    /// - Parameter attributes: The message's attributes, if it has any.
    static func text(_ members: [(String, String)], attributes: JSONObject = JSONObject()) -> String {
        var lines = members.map { "  \"\($0.0)\" : \(JSON.string($0.1).text)" }
        if !attributes.isEmpty {
            let inner = attributes.map { "    \(JSON.string($0.key).text) : \($0.value.text)" }
            lines.append("  \"MessageAttributes\" : {\n\(inner.joined(separator: ",\n"))\n  }")
        }
        return "{\n\(lines.joined(separator: ",\n"))\n}"
    }
}
