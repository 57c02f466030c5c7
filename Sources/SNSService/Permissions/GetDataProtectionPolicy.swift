import AWSWire
import JSONTree

/// `GetDataProtectionPolicy`: no topic has one, as none can be given here.
struct GetDataProtectionPolicy: Operation {
    static let name = "GetDataProtectionPolicy"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try ActionInput(input).requiredText("ResourceArn")
        _ = try catalogue.topic(try TopicKey(arn: arn, parameter: "ResourceArn"))
        return OperationOutput()
    }
}
