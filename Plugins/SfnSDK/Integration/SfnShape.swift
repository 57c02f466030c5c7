import JSONTree
import NewelPluginKit
import ResourceNames

/// Inputs and outputs between the names of the Task state, which are the SDK's, and those of the wire.
///
/// Source: AWS Step Functions developer guide, "Using AWS SDK service integrations": names begin with a capital; causes and times as observed.
package enum SfnShape {
    /// Members of outputs that are instants: seconds on the wire, texts in a state.
    private static let instants: Set<String> = [
        "CreationDate", "RedriveDate", "StartDate", "StopDate", "Timestamp", "UpdateDate",
    ]

    /// Maps whose keys are the user's.
    private static let maps: Set<String> = ["VariableReferences"]

    /// The action's input. What is null is not sent.
    package static func input(_ parameters: JSON) -> JSON {
        renamed(parameters) { $0.prefix(1).lowercased() + $0.dropFirst() }
    }

    /// The task's result. What the service leaves null is absent.
    package static func output(_ output: JSON) -> JSON { renamed(output) { capitalised($0[...]) } }

    /// A name with a capital.
    package static func capitalised(_ name: Substring) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    /// The task's error.
    package static func failure(_ error: APIError) -> PluginError {
        guard error.status > 0 else { return PluginError("Sfn.SdkClientException", error.message) }
        let name = error.code.hasSuffix("Exception") ? error.code : "\(error.code)Exception"
        return PluginError(
            "Sfn.\(name)",
            "\(error.message) (Service: Sfn, Status Code: \(error.status), Request ID: \(error.requestID)) (SDK Attempt Count: 1)"
        )
    }

    private static func renamed(_ value: JSON, _ name: (String) -> String) -> JSON {
        switch value {
        case .array(let items): return .array(items.map { renamed($0, name) })
        case .object(let members):
            return .object(
                JSONObject(
                    members.compactMap { member -> (String, JSON)? in
                        guard !member.value.isNull, member.key != "$metadata" else { return nil }
                        let key = name(member.key)
                        if instants.contains(key), let seconds = member.value.doubleValue {
                            let instant = Timestamp(milliseconds: Int64((seconds * 1_000).rounded()))
                            return (key, .string(instant.iso8601))
                        }
                        return (key, maps.contains(key) ? member.value : renamed(member.value, name))
                    }))
        default: return value
        }
    }
}
