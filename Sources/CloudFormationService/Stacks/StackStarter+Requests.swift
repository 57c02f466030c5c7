import AWSWire
import JSONTree
import ResourceNames

extension StackCatalogue {
    /// The stack whose operation a request began before; `nil` for one that is new.
    ///
    /// - Throws: `TokenAlreadyExistsException` where its token was used for something else.
    func repeated(_ request: StackRequest?, _ input: ActionInput, in territory: Territory) throws(ServiceError)
        -> Stack?
    {
        guard let request else { return nil }
        // Of a change set that is named by its ARN, any stack.
        let name = try input.text("StackName")
        let known = all(in: territory).first { stack in
            (name == nil || stack.name == name || stack.id == name)
                && stack.requests.contains { $0.token == request.token }
        }
        guard let known else { return nil }
        guard known.knows(request), request.action != CreateStack.name || !known.isDeleted else {
            throw ServiceError(
                "TokenAlreadyExistsException",
                "The client request token \(request.token) has already been used for this stack. Retry the request with a different client request token"
            )
        }
        return known
    }
}
