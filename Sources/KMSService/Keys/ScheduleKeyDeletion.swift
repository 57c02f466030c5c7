import AWSWire
import JSONTree
import ResourceNames

/// `ScheduleKeyDeletion`: the key is unusable from now on, and destroyed after 7 to 30 days.
struct ScheduleKeyDeletion: Operation {
    static let name = "ScheduleKeyDeletion"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let days = try request.integer("PendingWindowInDays") ?? Limits.pendingDaysDefault
        guard Limits.pendingDays.contains(days) else {
            throw .validation(
                "PendingWindowInDays must be between \(Limits.pendingDays.lowerBound) and \(Limits.pendingDays.upperBound)"
            )
        }
        let deletion = catalogue.now + .seconds(86_400 * days)
        let id = try request.requiredText("KeyId")
        var arn = ""
        try await catalogue.change(id, in: context.territory) { key throws(ServiceError) in
            try key.checkNotPending()
            key.state = .pendingDeletion(deletion)
            arn = key.arn
        }
        return OperationOutput([
            "KeyId": .string(arn), "DeletionDate": deletion.seconds, "KeyState": "PendingDeletion",
            "PendingWindowInDays": .integer(Int64(days)),
        ])
    }
}
