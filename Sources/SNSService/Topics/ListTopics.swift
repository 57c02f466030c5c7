import AWSWire
import JSONTree
import ResourceNames

/// `ListTopics`: the topics of an account in a region, by name.
struct ListTopics: Operation {
    static let name = "ListTopics"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let topics = catalogue.topics(of: context.territory)
        return OperationOutput(
            try ListPage.shape(
                topics, member: "Topics", id: \.key.name, ActionInput(input), catalogue.surroundings.clock
            ) { topic in
                .object(JSONObject([("TopicArn", .string(topic.key.arn))]))
            })
    }
}
