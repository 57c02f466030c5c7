import AWSWire
import JSONTree
import ResourceNames
import StorageContract

extension StateMachineEntry {
    /// Publishes the current revision. One that has been published keeps its version, whatever description is asked for.
    mutating func publish(
        description: String?, at now: Timestamp, _ limits: Limits, _ mutations: inout [Mutation]
    ) throws(ServiceError) -> StateMachineVersion {
        if let published = currentVersion { return published }
        guard versions.count < limits.versionsMax else {
            throw .quotaExceeded(
                "The state machine '\(record.arn.text)' has reached the maximum number of versions: \(limits.versionsMax)"
            )
        }
        let version = StateMachineVersion(
            machine: record.arn, number: record.lastVersion + 1, description: description, createdAt: now,
            settings: record.settings)
        add(version, &mutations)
        return version
    }
}

extension StatesInput {
    /// `publish` and `versionDescription`.
    func publication() throws(ServiceError) -> StateMachineRecord.Publication {
        let publication = StateMachineRecord.Publication(
            isPublished: flag("publish"), description: text("versionDescription"))
        guard publication.isPublished || publication.description == nil else {
            throw .validation("Version description can only be set when publish is true")
        }
        return publication
    }
}
