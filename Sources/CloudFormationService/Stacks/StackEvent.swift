import JSONTree
import ResourceNames

/// Something that happened to a stack or to one of its resources.
struct StackEvent: Sendable {
    /// The stack's name, or the resource's in the template.
    let logicalID: String
    /// Empty until there is one.
    let physicalID: String
    /// `AWS::CloudFormation::Stack` for the stack itself.
    let type: String
    /// The new status.
    let status: String
    /// Why.
    let reason: String?
    /// A resource's properties as text.
    let properties: String?
    /// `ClientRequestToken` of the operation.
    let token: String?
    /// Which operation that is.
    let operation: OperationName?
    /// When.
    let at: Timestamp

    /// The store's kind of row.
    static let kind = "cloudformation.event"

    /// As answers hold it, and as it is stored.
    func shape(id: String, of stack: Stack) -> JSON {
        var shape: JSONObject = [
            "StackId": .string(stack.id), "EventId": .string(id), "StackName": .string(stack.name),
            "LogicalResourceId": .string(logicalID), "PhysicalResourceId": .string(physicalID),
            "ResourceType": .string(type), "Timestamp": .string(at.iso8601), "ResourceStatus": .string(status),
        ]
        shape["ResourceStatusReason"] = reason.map { .string($0) }
        shape["ResourceProperties"] = properties.map { .string($0) }
        shape["ClientRequestToken"] = token.map { .string($0) }
        for (name, value) in operation?.shape.objectValue ?? JSONObject() { shape[name] = value }
        return .object(shape)
    }
}
