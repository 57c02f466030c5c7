extension Stack {
    /// Begins to do something with it.
    mutating func begin(_ operation: StackOperation) {
        self.operation = operation
        recent = Array(([operation.name] + recent).prefix(Limits.recentMax))
        note(operation.request)
    }

    /// What is being done failed and is taken back, which is an operation of its own.
    mutating func turnBack(_ phase: StackOperation.Phase, id: String) {
        let name = OperationName(id: id, kind: .rollback)
        operation?.phase = phase
        operation?.name = name
        recent = Array(([name] + recent).prefix(Limits.recentMax))
    }

    /// Remembers a request, so that it does nothing when it is sent again.
    mutating func note(_ request: StackRequest?) {
        guard let request, !requests.contains(request) else { return }
        requests = Array(([request] + requests).prefix(Limits.recentMax))
    }

    /// Whether a request was carried out before.
    func knows(_ request: StackRequest?) -> Bool { request.map(requests.contains) ?? false }
}
