import AWSWire
import JSONTree

/// The JSON texts a test is given beside its input.
enum TestDocuments {
    /// Source: developer guide, "Accessing execution data from the Context object".
    private static let contextMembers: [String: Set<String>] = [
        "Execution": ["Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"],
        "State": ["EnteredTime", "Name", "RetryCount"], "StateMachine": ["Id", "Name"], "Task": ["Token"],
    ]

    /// `variables`: an object of names and values.
    static func variables(_ text: String?) throws(ServiceError) -> JSONObject {
        guard let text else { return [:] }
        guard let variables = payload(text)?.tree.objectValue else {
            throw .validation("Invalid variables provided: must be a JSON object")
        }
        return variables
    }

    /// `context`: a context object, or part of one.
    static func context(_ text: String?) throws(ServiceError) -> Payload {
        guard let text else { return .emptyObject }
        guard let payload = payload(text), case .object(let members) = payload.tree else {
            throw invalidContext("must be a JSON object")
        }
        for (name, value) in members {
            if name == "Map" { throw invalidContext("'Map' field is not supported when mocking a Context object") }
            guard let allowed = contextMembers[name] else { throw invalidContext("Field '\(name)' is not allowed") }
            guard case .object(let inner) = value else { throw invalidContext("Field '\(name)' must be an object") }
            for (field, _) in inner where !allowed.contains(field) {
                throw invalidContext("Field '\(field)' is not allowed")
            }
        }
        return payload
    }

    /// A text that is no JSON is refused by whoever asked.
    static func payload(_ text: String) -> Payload? { try? Payload(parsing: Array(text.utf8)) }

    private static func invalidContext(_ problem: String) -> ServiceError {
        .validation("Invalid Context object provided: \(problem)")
    }
}
