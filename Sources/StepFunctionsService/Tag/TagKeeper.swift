import AWSWire
import ResourceNames

/// Reads and changes the tags of whatever has some.
struct TagKeeper: Sendable {
    /// Tags in their order.
    typealias Tags = [(key: String, value: String)]

    /// Where state machines keep theirs.
    let catalog: StateMachineCatalog
    /// Where activities keep theirs.
    let activities: Activities

    /// The tags of a resource that must exist.
    func tags(of resource: TaggedResource) throws(ServiceError) -> Tags {
        let tags: Tags? =
            switch resource {
            case .machine(let arn): catalog.find(arn)?.tags
            case .activity(let arn): activities.find(arn)?.tags
            }
        guard let tags else { throw .resourceNotFound(resource.text) }
        return tags
    }

    /// Changes the tags of a resource that must exist.
    func change(
        _ resource: TaggedResource, _ body: @Sendable (inout Tags) throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        switch resource {
        case .machine(let arn):
            try await catalog.change(arn) { value, mutations throws(ServiceError) in
                guard var entry = value else { throw .resourceNotFound(arn.text) }
                var record = entry.record
                try body(&record.tags)
                entry.put(record, &mutations)
                value = entry
            }
        case .activity(let arn):
            try await activities.change(arn) { value, mutations throws(ServiceError) in
                guard var record = value else { throw .resourceNotFound(arn.text) }
                try body(&record.tags)
                mutations.append(record.mutation)
                value = record
            }
        }
    }
}
