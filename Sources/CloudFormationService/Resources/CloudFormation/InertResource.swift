import AWSWire
import JSONTree

/// A resource of which nothing is made: it has a name and that is all.
struct InertResource: ResourceType {
    let facts: ResourceFacts

    /// What tools write into templates about themselves.
    static let metadata = InertResource(facts: ResourceFacts("AWS::CDK::Metadata", "Analytics"))

    private init(facts: ResourceFacts) { self.facts = facts }

    func create(_ work: inout ResourceWork) async throws(ServiceError) { work.physicalID = work.name }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {}

    func delete(_ work: ResourceWork) async throws(ServiceError) {}
}
