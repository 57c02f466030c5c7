import AWSWire
import JSONTree
import ResourceNames

/// `CreateActivity`: the same name again gives the same activity; tags do not count for that and are not applied then.
struct CreateActivity: AWSWire.Operation {
    static let name = "CreateActivity"
    let activities: Activities
    let encryption: EncryptionConfiguration
    let clock: any WallClock
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let name = try action.required("name")
        try ResourceName.check(name)
        let arn = ActivityARN(territory: context.territory, name: name)
        let tags = TagList.pairs(input["tags"])
        try TagList.checkNames(tags, in: context)
        try TagList.check(tags, arn.text, limits)
        let asked = ActivityRecord(
            arn: arn, createdAt: clock.now,
            encryptionConfiguration: try encryption.checked(input["encryptionConfiguration"], for: arn.text),
            tags: tags)
        let isFull = activities.count >= limits.activitiesMax && activities.find(arn) == nil
        let record = try await activities.change(arn) { value, mutations throws(ServiceError) in
            if let existing = value {
                let isSame =
                    (existing.encryptionConfiguration ?? EncryptionConfiguration.standard)
                    == (asked.encryptionConfiguration ?? EncryptionConfiguration.standard)
                guard isSame else {
                    throw ServiceError("ActivityAlreadyExists", "Activity Already Exists: '\(arn.text)'")
                }
                return existing
            }
            guard !isFull else {
                throw ServiceError("ActivityLimitExceeded", "Activity Limit Exceeded: '\(limits.activitiesMax)'")
            }
            mutations.append(asked.mutation)
            value = asked
            return asked
        }
        return OperationOutput(["activityArn": .string(arn.text), "creationDate": record.createdAt.json])
    }
}
