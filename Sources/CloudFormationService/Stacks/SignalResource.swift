import AWSWire
import JSONTree

/// `SignalResource`: tells a resource that waits for it that something is done, or has failed.
struct SignalResource: Operation {
    static let name = "SignalResource"
    let catalogue: StackCatalogue
    let answers: AwaitedAnswers

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stack = try catalogue.get(try input.requiredText("StackName"), in: context.territory)
        let logicalID = try input.requiredText("LogicalResourceId")
        let signal = try input.requiredText("UniqueId")
        let status = try input.requiredText("Status")
        // Observed on AWS.
        guard stack.operation?.phase == .create || stack.operation?.phase == .update else {
            throw .validation("Stack \(stack.id) is in \(stack.status.rawValue) state and cannot be signaled")
        }
        guard let resource = stack.resource(logicalID) else {
            throw .validation("Resource \(logicalID) does not exist for stack \(stack.name)")
        }
        guard resource.status.hasSuffix("_IN_PROGRESS") else {
            throw .validation("Resource \(logicalID) is in \(resource.status) state and cannot be signaled")
        }
        // A resource that waits for nothing takes no notice.
        guard let awaited = answers.find(place: Self.place(stack.id, logicalID)),
            try await answers.hear(["Status": .string(status)], from: signal, at: awaited.token)
        else { return OperationOutput() }
        try await catalogue.change(stack.key) { stack in
            guard var heard = stack.resource(logicalID) else { return }
            (heard.reason, heard.updatedAt) = ("Received \(status) signal with UniqueId \(signal)", catalogue.now)
            stack.tell(heard)
        }
        return OperationOutput()
    }

    /// Under what a resource waits.
    static func place(_ stackID: String, _ logicalID: String) -> String { "\(stackID)/\(logicalID)/signals" }
}
