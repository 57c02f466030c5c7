import AWSWire
import JSONTree

/// `DisassociateKmsKey`: a group names no key any more.
struct DisassociateKmsKey: Operation {
    static let name = "DisassociateKmsKey"
    let catalogue: LogCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.change(ActionInput(input).keyedGroup(context)) { $0.kmsKeyID = nil }
        return OperationOutput()
    }
}
