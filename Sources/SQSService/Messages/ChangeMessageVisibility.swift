import AWSWire
import JSONTree

/// `ChangeMessageVisibility`: how long a message in flight stays hidden, from now on.
struct ChangeMessageVisibility: Operation {
    static let name = "ChangeMessageVisibility"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let handle = try input.requiredText("ReceiptHandle")
        let failures = try await queue.changeVisibility([(handle, try Self.timeout(input))])
        if let error = failures.first.flatMap({ $0 }) { throw error }
        return OperationOutput()
    }

    /// The timeout a request or a batch entry asks for, in seconds.
    static func timeout(_ input: ActionInput) throws(ServiceError) -> Int {
        guard let seconds = try input.integer("VisibilityTimeout") else { throw .missingParameter("VisibilityTimeout") }
        guard (0...Limits.visibilityTimeoutMax).contains(seconds) else {
            throw .invalidValue(
                String(seconds), of: "VisibilityTimeout", reason: "Must be between 0 and 43200 seconds.")
        }
        return seconds
    }
}
