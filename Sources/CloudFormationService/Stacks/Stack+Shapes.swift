import JSONTree
import ResourceNames

extension Stack {
    /// As `DescribeStacks` shows it.
    var shape: JSON {
        var shape: JSONObject = ["StackId": .string(id), "StackName": .string(name)]
        shape["ChangeSetId"] = changeSetID.map { .string($0) }
        shape["Description"] = content.description.map { .string($0) }
        shape["Parameters"] = content.parameterShapes
        shape["CreationTime"] = .string(createdAt.iso8601)
        shape["DeletionTime"] = deletedAt.map { .string($0.iso8601) }
        shape["LastUpdatedTime"] = updatedAt.map { .string($0.iso8601) }
        shape["RollbackConfiguration"] = .emptyObject
        shape["StackStatus"] = .string(status.rawValue)
        shape["StackStatusReason"] = statusReason.map { .string($0) }
        shape["DisableRollback"] = .bool(isRollbackDisabled)
        shape["NotificationARNs"] = .array(content.notificationARNs.map { .string($0) })
        shape["TimeoutInMinutes"] = timeoutMinutes.map { .integer(Int64($0)) }
        shape["Capabilities"] = .array(content.capabilities.map { .string($0) })
        shape["Outputs"] = .array(outputs.map(\.shape))
        shape["RoleARN"] = content.roleARN.map { .string($0) }
        shape["Tags"] = .array(content.tags.map(\.shape))
        shape["EnableTerminationProtection"] = .bool(isProtected)
        shape["ParentId"] = parentID.map { .string($0) }
        shape["RootId"] = rootID.map { .string($0) }
        shape["DriftInformation"] = ["StackDriftStatus": "NOT_CHECKED"]
        shape["LastOperations"] = recent.isEmpty ? nil : .array(recent.map(\.shape))
        return .object(shape)
    }

    /// As requests that begin an operation are answered.
    var startedShape: JSON {
        var shape: JSONObject = ["StackId": .string(id)]
        shape["OperationId"] = recent.first.map { .string($0.id) }
        return .object(shape)
    }

    /// As `ListStacks` shows it.
    var summary: JSON {
        var shape: JSONObject = ["StackId": .string(id), "StackName": .string(name)]
        shape["TemplateDescription"] = content.description.map { .string($0) }
        shape["CreationTime"] = .string(createdAt.iso8601)
        shape["LastUpdatedTime"] = updatedAt.map { .string($0.iso8601) }
        shape["DeletionTime"] = deletedAt.map { .string($0.iso8601) }
        shape["StackStatus"] = .string(status.rawValue)
        shape["StackStatusReason"] = statusReason.map { .string($0) }
        shape["ParentId"] = parentID.map { .string($0) }
        shape["RootId"] = rootID.map { .string($0) }
        shape["DriftInformation"] = ["StackDriftStatus": "NOT_CHECKED"]
        return .object(shape)
    }

    /// A resource as lists of a stack's resources show it.
    ///
    /// - Parameters:
    ///   - timeMember: `Timestamp` or `LastUpdatedTimestamp`.
    ///   - isDetailed: With the stack's name and the metadata.
    func shape(of resource: StackResource, timeMember: String, namesStack: Bool, isDetailed: Bool = false) -> JSON {
        var shape = JSONObject()
        if namesStack {
            shape["StackName"] = .string(name)
            shape["StackId"] = .string(id)
        }
        shape["LogicalResourceId"] = .string(resource.logicalID)
        shape["PhysicalResourceId"] = resource.physicalID.map { .string($0) }
        shape["ResourceType"] = .string(resource.type)
        shape[timeMember] = .string(resource.updatedAt.iso8601)
        shape["ResourceStatus"] = .string(resource.status)
        shape["ResourceStatusReason"] = resource.reason.map { .string($0) }
        if isDetailed { shape["Metadata"] = resource.metadata.map { .string($0.text) } }
        shape["DriftInformation"] = ["StackResourceDriftStatus": "NOT_CHECKED"]
        return .object(shape)
    }
}
