import IntegrationReply
import JSONTree
import NewelPluginKit
import ResourceNames

/// What the Task state says, as `StartExecution` understands it, and the answer as the Task state expects it.
///
/// Source: AWS Step Functions developer guide, "Start workflow executions from a task state"; outputs and causes as observed.
package enum StartExecutionParameters {
    private static let known: Set<String> = ["Input", "Name", "StateMachineArn", "TraceHeader"]

    /// The action's input: `Input` is JSON here and text there.
    package static func input(_ parameters: JSON) throws(PluginError) -> JSON {
        var members = try IntegrationReply.checkParameters(parameters, known: known)
        IntegrationReply.serialise("Input", in: &members)
        var input = JSONObject()
        for (name, value) in members where !value.isNull { input[name.smallFirst] = value }
        input["$metadata"] = true
        return .object(input)
    }

    /// The task's result.
    package static func reply(_ output: JSON, now: Int64) -> JSON {
        var members = JSONObject()
        if let arn = output["executionArn"] { members["ExecutionArn"] = arn }
        if let date = output["startDate"]?.doubleValue {
            members["StartDate"] = .string(Timestamp(milliseconds: Int64((date * 1_000).rounded())).iso8601)
        }
        members["$metadata"] = output["$metadata"]
        return IntegrationReply.shape(
            .object(members), contentType: "application/x-amz-json-1.0",
            contentLength: { _, _ in
                // `{"executionArn":"…","startDate":1.732E9}`: the exponent form is AWS's.
                (output["executionArn"]?.stringValue?.utf8.count ?? 0) + 47
            }, now: now)
    }

    /// The task's error.
    package static func failure(_ error: APIError) -> PluginError {
        let name = error.code.hasSuffix("Exception") ? error.code : "\(error.code)Exception"
        return IntegrationReply.failure(
            error, prefix: "StepFunctions", service: "AWSStepFunctions", exceptions: [error.code: name],
            causeCode: error.code)
    }
}

extension String {
    /// `StateMachineArn` as the API spells it: `stateMachineArn`.
    fileprivate var smallFirst: String { prefix(1).lowercased() + dropFirst() }
}
