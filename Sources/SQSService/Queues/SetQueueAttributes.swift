import AWSWire
import JSONTree

/// `SetQueueAttributes`: changes settings; those not named stay.
struct SetQueueAttributes: Operation {
    static let name = "SetQueueAttributes"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let given = try input.textMap("Attributes")
        guard !given.isEmpty else { throw .missingParameter("Attributes") }
        try await catalogue.change(queue) { record throws(ServiceError) in
            try record.attributes.set(given, isNew: false)
            try catalogue.checkRedrive(record.attributes, given: given, of: record.key)
        }
        return OperationOutput()
    }
}
