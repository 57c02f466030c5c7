import AWSWire
import JSONTree
import ResourceNames

/// `PublishStateMachineVersion`: the current revision becomes a version, if it is none already.
struct PublishStateMachineVersion: AWSWire.Operation {
    static let name = "PublishStateMachineVersion"
    /// What `revisionId` says for a machine that has never been updated.
    private static let initialRevision = "INITIAL"
    let catalog: StateMachineCatalog
    let clock: any WallClock
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let (wanted, description) = (action.text("revisionId"), action.text("description"))
        let version = try await catalog.update(try action.stateMachine()) { entry, mutations throws(ServiceError) in
            let current = entry.record.settings.revisionID ?? Self.initialRevision
            guard wanted == nil || wanted == current else {
                throw .conflict(
                    "Failed to publish the State Machine version for revision \(wanted ?? ""). "
                        + "The current State Machine revision is \(current).")
            }
            return try entry.publish(description: description, at: clock.now, limits, &mutations)
        }
        return OperationOutput([
            "creationDate": version.createdAt.json, "stateMachineVersionArn": .string(version.arn),
        ])
    }
}
