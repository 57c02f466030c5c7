import AWSWire
import JSONPathLanguage
import JSONTree

/// What of an event a target gets.
enum TargetInput: Sendable {
    /// The event.
    case event
    /// A part of it.
    case path(JSONPath)
    /// A text that does not depend on it.
    case constant(String)
    /// A text made with parts of it.
    case transformed(InputTransformer)

    /// Reads `Input`, `InputPath` or `InputTransformer`, of which there may be one.
    init(_ given: ActionInput, target id: String) throws(ServiceError) {
        let names = ["Input", "InputPath", "InputTransformer"].filter { given.value($0) != nil }
        guard names.count <= 1 else {
            throw .invalid(
                "Only one of Input, InputPath, or InputTransformer must be provided for target \(id).")
        }
        if let text = try given.text("Input"), !text.isEmpty {
            do throws(JSONError) { _ = try JSON.parse(text) } catch {
                throw .invalid("JSON syntax error in input for target \(id): \(error.message)")
            }
            self = .constant(text)
        } else if let text = try given.text("InputPath"), !text.isEmpty {
            self = text == "$" ? .event : .path(try Self.path(text, target: id))
        } else if let value = given.value("InputTransformer") {
            self = .transformed(try InputTransformer(ActionInput(value), target: id))
        } else {
            self = .event
        }
    }

    /// A path into events.
    static func path(_ text: String, target id: String) throws(ServiceError) -> JSONPath {
        do throws(PathSyntaxError) { return try JSONPath(text, allowingVariables: false) } catch {
            throw .invalid("Invalid InputPath for target \(id): \(text): \(error.message)")
        }
    }

    /// The text for a target.
    func text(for event: JSON, of rule: RuleKey) -> String {
        switch self {
        case .event: return event.text
        case .constant(let text): return text
        case .transformed(let transformer): return transformer.text(for: event, of: rule)
        case .path(let path):
            // Where nothing is, AWS hands over an empty object.
            guard path.exists(from: event), let part = try? path.evaluate(from: event) else { return "{}" }
            return part.text
        }
    }
}
