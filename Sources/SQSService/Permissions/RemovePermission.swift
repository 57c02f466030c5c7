import AWSWire
import JSONTree

/// `RemovePermission`: a statement less.
struct RemovePermission: Operation {
    static let name = "RemovePermission"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let label = try input.requiredText("Label")
        try await catalogue.change(queue) { record throws(ServiceError) in
            var policy = QueuePolicy(record)
            guard let place = policy.statements.firstIndex(where: { $0["Sid"]?.stringValue == label }) else {
                throw .invalidValue(label, of: "Label", reason: "can't find label on existing policy.")
            }
            policy.statements.remove(at: place)
            try record.attributes.set("Policy", policy.statements.isEmpty ? "" : policy.text, isNew: false)
        }
        return OperationOutput()
    }
}
