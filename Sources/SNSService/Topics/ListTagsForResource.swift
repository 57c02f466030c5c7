import AWSWire
import JSONTree

/// `ListTagsForResource`: the tags of a topic.
struct ListTagsForResource: Operation {
    static let name = "ListTagsForResource"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let key = try TopicKey(arn: try ActionInput(input).requiredText("ResourceArn"), parameter: "ResourceArn")
        let topic: Topic
        do throws(ServiceError) { topic = try catalogue.topic(key) } catch { throw Tags.resourceNotFound }
        return OperationOutput(.object(JSONObject([("Tags", Tags.shape(topic.tags))])))
    }
}
