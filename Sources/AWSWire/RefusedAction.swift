import JSONTree

/// An action that is known and not served: it says so.
struct RefusedAction: Operation {
    static let name = "-"
    /// What every call is refused with.
    let error: ServiceError

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput { throw error }
}
