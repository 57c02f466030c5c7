import AWSWire
import JSONPathLanguage
import JSONTree

/// A template with parts of an event in place of `<names>`.
///
/// Source: EventBridge user guide, "Amazon EventBridge input transformation". A name outside of quotes becomes the value as JSON; inside of
/// quotes it becomes its text. What the event does not have becomes nothing at all, as the guide says for inside; outside it is `null`.
struct InputTransformer: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case value(name: String, isQuoted: Bool)
    }

    private let paths: [String: JSONPath]
    private let pieces: [Piece]

    /// Names that EventBridge fills in itself.
    private static let reserved: Set<String> = [
        "aws.events.rule-arn", "aws.events.rule-name", "aws.events.event.ingestion-time", "aws.events.event",
        "aws.events.event.json",
    ]

    /// Reads and checks a transformer.
    init(_ given: ActionInput, target id: String) throws(ServiceError) {
        var paths: [String: JSONPath] = [:]
        for (name, text) in try given.textMap("InputPathsMap") {
            guard !name.hasPrefix("AWS"), !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else {
                throw .invalid("Invalid InputPathsMap key '\(name)' for target \(id).")
            }
            paths[name] = try TargetInput.path(text, target: id)
        }
        self.paths = paths
        let template = try given.requiredText("InputTemplate")
        let pieces = Self.pieces(of: template, names: Self.reserved.union(paths.keys))
        // With any value in their places, the whole must be JSON.
        var trial = ""
        for piece in pieces {
            switch piece {
            case .text(let text): trial += text
            case .value(_, let isQuoted): trial += isQuoted ? "x" : "0"
            }
        }
        // Or a text of several lines, each in quotes.
        let lines = trial.split(separator: "\n").map(String.init)
        guard Self.isJSON(trial) || (lines.count > 1 && lines.allSatisfy(Self.isJSON)) else {
            throw .invalid(
                "Invalid InputTemplate for target \(id) : With values in the places of its names it is not JSON.")
        }
        self.pieces = pieces
    }

    private static func isJSON(_ text: String) -> Bool { (try? JSON.parse(text)) != nil }

    /// The text for an event.
    func text(for event: JSON, of rule: RuleKey) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .value(let name, let isQuoted):
                let value = value(name, event, rule)
                guard isQuoted else {
                    text += (value ?? .null).text
                    continue
                }
                guard let value else { continue }
                // The inside of a string: escaped, without the quotes around.
                let inside = JSON.string(value.stringValue ?? value.text).text
                text += inside.dropFirst().dropLast()
            }
        }
        return text
    }

    private func value(_ name: String, _ event: JSON, _ rule: RuleKey) -> JSON? {
        switch name {
        case "aws.events.rule-arn": return .string(rule.arn)
        case "aws.events.rule-name": return .string(rule.name)
        case "aws.events.event.ingestion-time": return event["time"]
        case "aws.events.event":
            guard var members = event.objectValue else { return event }
            members["detail"] = nil
            return .object(members)
        case "aws.events.event.json": return event
        default:
            guard let path = paths[name], path.exists(from: event) else { return nil }
            // What exists can be read: there is no failure to lose.
            return try? path.evaluate(from: event)
        }
    }

    private static func pieces(of template: String, names: Set<String>) -> [Piece] {
        var (pieces, plain): ([Piece], [UInt8]) = ([], [])
        var isQuoted = false
        var rest = Array(template.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
                plain += [byte, next]
                continue
            }
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                let name = String(decoding: rest[..<end], as: UTF8.self)
                if names.contains(name) {
                    if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
                    plain = []
                    pieces.append(.value(name: name, isQuoted: isQuoted))
                    rest = rest[(end + 1)...]
                    continue
                }
            }
            plain.append(byte)
        }
        if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
        return pieces
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}
