import IntegrationReply
import JSONTree
import NewelPluginKit
import ResourceNames

/// What the Task state says, as `PutEvents` understands it, and the answer as the Task state expects it.
///
/// Source: AWS Step Functions developer guide, "Add EventBridge events with Step Functions"; outputs, errors and causes as observed.
package enum PutEventsParameters {
    /// The action's input: a detail that is no text is serialised, and the state machine and the execution are added to the resources of each entry.
    package static func input(_ parameters: JSON, execution: String) throws(PluginError) -> JSON {
        var members = try IntegrationReply.checkParameters(parameters, known: ["Entries"])
        if let entries = members["Entries"]?.arrayValue {
            members["Entries"] = .array(entries.map { entry($0, execution) })
        }
        return .object(members)
    }

    /// The task's error when not all entries were taken: those that were are on their way. The cause is the whole answer.
    package static func failedEntry(_ output: JSON) -> PluginError? {
        guard let count = output["FailedEntryCount"]?.integerValue, count > 0 else { return nil }
        return PluginError("EventBridge.FailedEntry", output.text)
    }

    /// The task's error when the call failed.
    package static func failure(_ error: APIError) -> PluginError {
        let name = error.code.hasSuffix("Exception") ? error.code : "\(error.code)Exception"
        return IntegrationReply.failure(
            error, prefix: "EventBridge", service: "AmazonEventBridge", exceptions: [error.code: name],
            causeCode: error.code)
    }

    private static func entry(_ entry: JSON, _ execution: String) -> JSON {
        guard var members = entry.objectValue else { return entry }
        IntegrationReply.serialise("Detail", in: &members)
        guard let arn = ExecutionARN(execution) else { return .object(members) }
        var resources = members["Resources"]?.unlessNull ?? []
        if case .array(let given) = resources {
            resources = .array(given + [.string(arn.stateMachine.text), .string(arn.text)])
        }
        members["Resources"] = resources
        return .object(members)
    }
}
