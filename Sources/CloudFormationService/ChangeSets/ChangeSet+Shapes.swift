import JSONTree
import ResourceNames

extension ChangeSet {
    /// As `ListChangeSets` shows it.
    func shape(of stack: Stack) -> JSONObject {
        var shape: JSONObject = [
            "StackId": .string(stack.id), "StackName": .string(stack.name), "ChangeSetId": .string(id),
            "ChangeSetName": .string(name), "ExecutionStatus": .string(executionStatus), "Status": .string(status),
        ]
        shape["StatusReason"] = statusReason.map { .string($0) }
        shape["CreationTime"] = .string(createdAt.iso8601)
        shape["Description"] = description.map { .string($0) }
        shape["IncludeNestedStacks"] = .bool(includesNested)
        shape["ParentChangeSetId"] = parentID.map { .string($0) }
        shape["RootChangeSetId"] = rootID.map { .string($0) }
        return shape
    }
}
