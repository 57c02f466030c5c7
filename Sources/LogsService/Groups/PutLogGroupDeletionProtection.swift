import AWSWire
import JSONTree

/// `PutLogGroupDeletionProtection`: whether `DeleteLogGroup` may delete a group.
struct PutLogGroupDeletionProtection: Operation {
    static let name = "PutLogGroupDeletionProtection"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let id = GroupKey(identifier: try request.requiredText("logGroupIdentifier"), in: context.territory)
        let isProtected = try request.flag("deletionProtectionEnabled")
        try await catalogue.change(id) { $0.isProtected = isProtected }
        return OperationOutput()
    }
}
