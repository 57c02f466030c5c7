/// One Swift file, line by line, as written and as code alone.
struct SourceFile: Sendable {
    /// Where it is, from the package's root: `Sources/JSONTree/JSON.swift`.
    let path: String
    /// Its lines as written.
    let lines: [String]
    /// Its lines with comments and strings blanked.
    let code: [String]

    /// The name without folder and extension.
    var name: String { String(path.split(separator: "/").last ?? "").replacing(".swift", with: "") }
    /// The target it belongs to.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    /// Whether it was written by a script or is one long table: exempt from limits of length.
    var isTable: Bool {
        name.hasSuffix("Table") || name.hasSuffix("Model")
            || lines.prefix(5).contains { $0.lowercased().contains("// generated") }
    }

    /// Takes a text apart.
    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        code = CodeMask.code(of: text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The places where code matches, as `path:line: text`.
    func places(where isMatch: (String) -> Bool) -> [String] {
        code.indices.filter { isMatch(code[$0]) }.map { place($0) }
    }

    /// A place for people: `path:line: text`.
    func place(_ line: Int) -> String { "\(path):\(line + 1): \(lines[line].trimmed)" }
}

extension String {
    /// The text without blanks around it.
    var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
