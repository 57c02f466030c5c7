import ExecutionEngine
import JSONTree
import ResourceNames

/// The detail of a `Step Functions Execution Status Change` event.
///
/// Source: AWS Step Functions developer guide, "Automating Step Functions event delivery with EventBridge".
package enum StatusChangeDetail {
    /// Bytes of input and output, written as JSON strings, that an event has room for.
    private static let dataBytesMax = 248 * 1_024

    /// The detail for an execution as it stands. Of one whose data lies sealed in the store, an event tells neither input nor output, error or
    /// cause: it lies there in clear. Source: developer guide, "Data at rest encryption".
    package static func json(_ execution: ExecutionDescription) -> JSON {
        let (details, status) = (execution.details, execution.status)
        let isSealed = details.sealing != nil
        let input = JSON.string(String(decoding: details.input, as: UTF8.self))
        let output = details.output.map { JSON.string(String(decoding: $0, as: UTF8.self)) }
        let outputBytes = output?.text.utf8.count ?? 0
        // Both together decide about the input, the output alone about the output.
        let hasInput = !isSealed && input.text.utf8.count + outputBytes <= dataBytesMax
        let hasOutput = !isSealed && outputBytes <= dataBytesMax
        let isRedrivable = [.failed, .timedOut, .aborted].contains(status)
        return [
            "executionArn": .string(execution.execution.text),
            "stateMachineArn": .string(execution.execution.stateMachine.text),
            "name": .string(execution.execution.name), "status": .string(status.text),
            "startDate": .integer(execution.startedAt.milliseconds),
            "stopDate": execution.stoppedAt.map { .integer($0.milliseconds) } ?? .null,
            "input": hasInput ? input : .null, "output": hasOutput ? output ?? .null : .null,
            "stateMachineVersionArn": text(details.stateMachineVersionARN),
            "stateMachineAliasArn": text(details.stateMachineAliasARN),
            "redriveCount": .integer(Int64(details.redriveCount)),
            "redriveDate": details.redrivenAt.map { .integer($0.milliseconds) } ?? .null,
            "redriveStatus": isRedrivable ? "REDRIVABLE" : "NOT_REDRIVABLE",
            "redriveStatusReason": isRedrivable
                ? .null : .string("Execution is \(status.text) and cannot be redriven"),
            "inputDetails": ["included": .bool(hasInput)],
            "outputDetails": output == nil ? .null : ["included": .bool(hasOutput)],
            "error": text(isSealed ? nil : details.error), "cause": text(isSealed ? nil : details.cause),
        ]
    }

    private static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}
