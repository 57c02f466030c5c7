import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// The policies of functions, and where a request's one stands.
struct FunctionPolicies: Sendable {
    /// Finds functions.
    let functions: FunctionLookup
    /// Draws revisions.
    let entropy: Entropy

    /// Source: Lambda quotas, "Function resource-based policy".
    private static let bytesMax = 20_480

    /// The ARN whose policy a request means: a function, version or alias that is there.
    func arn(_ input: JSON, in context: RequestContext) throws(ServiceError) -> String {
        let record = try functions.get(input, in: context)
        guard record.qualifier != "$LATEST" else {
            throw .invalidParameter("We currently do not support adding policies for $LATEST.")
        }
        return record.qualifiedARN
    }

    /// The policy at an ARN.
    subscript(arn: String) -> FunctionPolicy? { functions.catalog.policy(at: arn) }

    /// Adds a statement.
    func add(_ statement: JSON, to arn: String, _ input: JSON) async throws(ServiceError) {
        try await functions.catalog.changing { catalog throws(ServiceError) in
            var policy = catalog.policy(at: arn) ?? FunctionPolicy(arn: arn, revisionID: "")
            try Self.check(input, policy)
            guard !policy.statements.contains(where: { $0["Sid"] == statement["Sid"] }) else {
                throw ServiceError(
                    "ResourceConflictException",
                    "The statement id (\(statement["Sid"]?.stringValue ?? "")) provided already exists. Please provide a new statement id, or "
                        + "remove the existing statement.", status: 409, members: [("Type", "User")])
            }
            policy.statements.append(statement)
            policy.revisionID = entropy.uuid()
            let count = policy.text.utf8.count
            guard count <= Self.bytesMax else {
                throw ServiceError(
                    "PolicyLengthExceededException",
                    "The final policy size (\(count)) is bigger than the limit (\(Self.bytesMax)).", status: 400,
                    members: [("Type", "User")])
            }
            try await catalog.put(policy)
        }
    }

    /// Takes a statement away; with the last one the policy goes.
    func remove(_ id: String, from arn: String, _ input: JSON) async throws(ServiceError) {
        try await functions.catalog.changing { catalog throws(ServiceError) in
            guard var policy = catalog.policy(at: arn) else {
                throw .notFound("No policy is associated with the given resource.")
            }
            try Self.check(input, policy)
            guard let index = policy.statements.firstIndex(where: { $0["Sid"] == .string(id) }) else {
                throw .notFound("Statement \(id) is not found in resource policy.")
            }
            policy.statements.remove(at: index)
            policy.revisionID = entropy.uuid()
            try await catalog.put(policy)
        }
    }

    private static func check(_ input: JSON, _ policy: FunctionPolicy) throws(ServiceError) {
        guard let asked = input["RevisionId"]?.stringValue, asked != policy.revisionID else { return }
        throw ServiceError(
            "PreconditionFailedException",
            "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id",
            status: 412, members: [("Type", "User")])
    }
}
