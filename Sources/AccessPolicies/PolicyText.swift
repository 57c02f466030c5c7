/// A text of a policy with its variables: `arn:aws:s3:::home/${aws:username}/*`.
///
/// Source: IAM user guide, "IAM policy elements: Variables and tags".
struct PolicyText: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        /// As written, wildcards included.
        case text(String)
        /// `${*}`, `${?}` and `${$}`: the character itself.
        case character(String)
        /// A key of the request, and what stands in when the request has none.
        case variable(key: String, standIn: String?)
    }

    /// As written.
    let source: String
    private let parts: [Part]

    /// Reads a text; without variables a dollar is a dollar, as in policies of version 2008-10-17.
    init(_ text: String, hasVariables: Bool) {
        source = text
        guard hasVariables else {
            parts = [.text(text)]
            return
        }
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "$") {
            let inside = rest[start...].dropFirst()
            guard inside.first == "{", let end = inside.firstIndex(of: "}") else {
                parts.append(.text(String(rest[...start])))
                rest = inside
                continue
            }
            parts.append(.text(String(rest[..<start])))
            parts.append(Self.part(inside[..<end].dropFirst()))
            rest = rest[end...].dropFirst()
        }
        parts.append(.text(String(rest)))
        self.parts = parts.filter { $0 != .text("") }
    }

    /// The pattern for a request; `nil` when a variable has no value there, so that nothing matches.
    func pattern(in request: AccessRequest, ignoringCase: Bool = false) -> WildcardPattern? {
        var pattern = WildcardPattern([], ignoringCase: ignoringCase)
        for part in parts {
            switch part {
            case .text(let text): pattern.append(text)
            case .character(let text): pattern.append(literal: text)
            case .variable(let key, let standIn):
                guard let value = request.variable(key) ?? standIn else { return nil }
                pattern.append(literal: value)
            }
        }
        return pattern
    }

    /// The text for a request, wildcards being characters like others; `nil` when a variable has no value there.
    func text(in request: AccessRequest) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let piece), .character(let piece): text += piece
            case .variable(let key, let standIn):
                guard let value = request.variable(key) ?? standIn else { return nil }
                text += value
            }
        }
        return text
    }

    private static func part(_ inside: Substring) -> Part {
        if ["*", "?", "$"].contains(inside) { return .character(String(inside)) }
        let pieces = inside.split(separator: ",", maxSplits: 1)
        let key = pieces.first.map { trimmed($0) } ?? ""
        guard pieces.count > 1 else { return .variable(key: key, standIn: nil) }
        let quoted = trimmed(pieces[1])
        return .variable(key: key, standIn: quoted.count >= 2 ? String(quoted.dropFirst().dropLast()) : nil)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
