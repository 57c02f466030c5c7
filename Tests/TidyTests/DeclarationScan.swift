/// Finds declarations line by line: enough for code in the project's format, where a line begins at most one declaration.
struct DeclarationScan {
    private struct Scope {
        let isType: Bool
        let isPrivate: Bool
        let mayMeetRequirements: Bool
    }

    private let file: SourceFile
    private var scopes: [Scope] = []
    /// Open parentheses and brackets: inside them nothing is declared.
    private var nesting = 0
    private var found: [Declaration] = []
    /// The declaration whose body has not begun yet, and its text so far.
    private var head: (declaration: Declaration, text: String)?

    /// Promises without requirements that could carry a document.
    private static let markers: Set<String> = [
        "Sendable", "Equatable", "Hashable", "Error", "Codable", "Copyable", "BitwiseCopyable", "CaseIterable",
        "AnyObject", "String", "Int",
        "UInt8", "UInt16", "UInt32", "UInt64", "Int32", "Int64", "Comparable", "OptionSet", "@unchecked",
    ]
    private static let modifiers: Set<String> = [
        "package", "public", "private", "fileprivate", "internal", "open", "static", "final", "mutating", "nonmutating",
        "indirect", "override",
        "convenience", "required", "lazy", "weak", "unowned", "nonisolated", "isolated", "prefix", "postfix", "infix",
        "consuming", "borrowing",
        "distributed", "private(set)", "fileprivate(set)", "package(set)", "nonisolated(unsafe)", "unowned(unsafe)",
        "class",
    ]

    /// Begins at the top of a file.
    init(_ file: SourceFile) { self.file = file }

    /// Reads the whole file.
    mutating func run() -> [Declaration] {
        for (number, line) in file.code.enumerated() {
            if nesting == 0, head == nil || head?.declaration.kind.isType == false, scopes.allSatisfy(\.isType),
                let declaration = declaration(in: line, at: number)
            {
                found.append(declaration)
                head = (declaration, "")
            }
            readBraces(of: line)
        }
        return found
    }

    private func declaration(in line: String, at number: Int) -> Declaration? {
        var words = line.split(whereSeparator: \.isWhitespace)[...]
        var seen: [Substring] = []
        while let word = words.first,
            word.hasPrefix("@") || Self.modifiers.contains(String(word)) || word.hasSuffix(")") && word.hasPrefix("@")
        {
            if word == "class", words.dropFirst().first.map({ ["func", "var", "let"].contains($0) }) != true { break }
            seen.append(word)
            words.removeFirst()
        }
        guard let first = words.first else { return nil }
        let keyword = first.prefix { $0.isLetter }
        guard let kind = Declaration.Kind(rawValue: String(keyword)), kind != .case || !scopes.isEmpty else {
            return nil
        }
        guard first == keyword || kind == .`init` || kind == .`subscript` else { return nil }
        let rest = words.dropFirst().first ?? ""
        let name =
            kind == .`func`
            ? rest.prefix { $0 != "(" && $0 != "<" }
            : rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        let isPrivate = seen.contains { $0 == "private" || $0 == "fileprivate" } || scopes.contains(where: \.isPrivate)
        return Declaration(
            kind: kind, name: String(name), line: number, depth: scopes.count, isPrivate: isPrivate,
            mayInheritDocument: seen.contains("override") || scopes.last?.mayMeetRequirements == true)
    }

    private mutating func readBraces(of line: String) {
        for character in line {
            switch character {
            case "(", "[": nesting += 1
            case ")", "]": nesting -= 1
            case "{":
                guard nesting == 0 || head == nil else { break }
                if let (declaration, text) = head, nesting == 0 {
                    scopes.append(
                        Scope(
                            isType: declaration.kind.isType, isPrivate: declaration.isPrivate,
                            mayMeetRequirements: declaration.kind != .protocol && Self.promisesRequirements(text)))
                    head = nil
                } else {
                    scopes.append(Scope(isType: false, isPrivate: true, mayMeetRequirements: false))
                }
                continue
            case "}":
                guard !scopes.isEmpty, nesting == 0 || head == nil else { break }
                scopes.removeLast()
                continue
            default: break
            }
            if nesting >= 0, let (declaration, text) = head { head = (declaration, text + String(character)) }
        }
        if let (declaration, text) = head {
            head = declaration.kind.isType ? (declaration, text + " ") : nil
        }
    }

    /// Whether the head of a type names a protocol with requirements of its own.
    private static func promisesRequirements(_ head: String) -> Bool {
        guard let colon = head.firstIndex(of: ":") else { return false }
        let promises = head[head.index(after: colon)...].split(whereSeparator: {
            $0 == "," || $0 == "&" || $0.isWhitespace
        }).map(String.init)
        return promises.prefix { $0 != "where" }.contains { !markers.contains($0) }
    }
}
