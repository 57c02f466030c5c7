import AWSWire
import JSONTree

/// `AWS::CloudFormation::WaitConditionHandle`: an address to which somebody says that something is done. A template may also have one as
/// something to refer to, so that a resource whose condition fails can be left out.
struct WaitHandleResource: ResourceType {
    let facts = ResourceFacts("AWS::CloudFormation::WaitConditionHandle", "")
    let answers: AwaitedAnswers
    /// A new UUID.
    let uuid: @Sendable () -> String

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        let place = "\(work.stack.id)/\(work.logicalID)/\(work.name)"
        let answer = answers.find(place: place) ?? AwaitedAnswer(token: uuid(), place: place)
        try await answers.keep(answer)
        work.physicalID = try await answers.address(answer.token, work.surroundings)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {}

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        if let answer = answers.find(address: work.physicalID ?? "") { try await answers.drop(answer.token) }
    }
}
