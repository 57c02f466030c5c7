import JSONTree
import ResourceNames

/// Something that happened in an operation, as `DescribeEvents` tells it.
///
/// Source: API reference, OperationEvent. Which kinds the events of a stack and of its resources are is not documented further: the stack's own are
/// taken for `STACK_EVENT`, failures of resources for `PROVISIONING_ERROR`.
struct OperationEvent: Sendable {
    /// Which operation; `nil` for an event that was written before they had names, and for a stack that waits for its review.
    let operation: OperationName?
    /// Whether it tells of a failure.
    let isFailure: Bool
    /// As answers hold it.
    let shape: JSON

    /// An event as `DescribeStackEvents` tells it.
    init(_ event: JSON, of stack: Stack) {
        operation = OperationName(event)
        let status = event["ResourceStatus"]?.stringValue ?? ""
        let isOfStack = event["PhysicalResourceId"]?.stringValue == stack.id
        isFailure = status.hasSuffix("_FAILED")
        var shape = event.objectValue ?? JSONObject()
        shape["StackName"] = nil
        if isOfStack {
            shape["EventType"] = "STACK_EVENT"
            let outcome = isFailure ? "FAILED" : status.hasSuffix("_IN_PROGRESS") ? "IN_PROGRESS" : "SUCCEEDED"
            shape["OperationStatus"] = .string(outcome)
        } else {
            shape["EventType"] = isFailure ? "PROVISIONING_ERROR" : "PROGRESS_EVENT"
        }
        self.shape = .object(shape)
    }

    /// That a change set was made, or could not be.
    init(making set: ChangeSet, of stack: Stack) {
        let id = set.id.split(separator: "/").last.map(String.init) ?? set.id
        operation = OperationName(id: id, kind: .createChangeSet)
        isFailure = set.status == "FAILED"
        var shape: JSONObject = [
            "EventId": .string(id), "StackId": .string(stack.id), "OperationId": .string(id),
            "OperationType": .string(OperationName.Kind.createChangeSet.rawValue), "EventType": "STACK_EVENT",
            "OperationStatus": .string(isFailure ? "FAILED" : "SUCCEEDED"),
            "Timestamp": .string(set.createdAt.iso8601), "StartTime": .string(set.createdAt.iso8601),
            "EndTime": .string(set.createdAt.iso8601),
        ]
        shape["ResourceStatusReason"] = set.statusReason.map { .string($0) }
        self.shape = .object(shape)
    }
}

extension ChangeSet {
    /// That it was made, or could not be.
    func operationEvent(of stack: Stack) -> OperationEvent { OperationEvent(making: self, of: stack) }
}
