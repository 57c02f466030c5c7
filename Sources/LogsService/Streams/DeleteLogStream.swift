import AWSWire
import JSONTree

/// `DeleteLogStream`: removes a stream with its events.
struct DeleteLogStream: Operation {
    static let name = "DeleteLogStream"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try await catalogue.deleteStream(request.group(context), request.requiredText("logStreamName"))
        return OperationOutput()
    }
}
