import AWSWire
import JSONTree

/// `CreateLogStream`: adds a stream to a group.
struct CreateLogStream: Operation {
    static let name = "CreateLogStream"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try await catalogue.createStream(request.group(context), request.requiredText("logStreamName"))
        return OperationOutput()
    }
}
