import AWSWire
import JSONTree
import ResourceNames

extension ActionInput {
    /// Reads a shape; failures are those of CloudWatch Logs.
    init(_ shape: JSON) { self.init(shape, words: Self.logs) }

    private static let logs = Words(
        missing: {
            .invalid(
                "1 validation error detected: Value null at '\($0)' failed to satisfy constraint: Member must not be null"
            )
        },
        wrongType: { .invalid("\($0) must be \($1)") })

    /// The group that `logGroupName` or `logGroupIdentifier` (a name or an ARN) names.
    func group(_ context: RequestContext) throws(ServiceError) -> GroupKey {
        let name = try text("logGroupName")
        let identifier = try text("logGroupIdentifier")
        guard name == nil || identifier == nil else {
            throw .invalid("LogGroup name and LogGroup ARN are mutually exclusive parameters.")
        }
        if let name { return GroupKey(territory: context.territory, name: name) }
        guard let identifier else {
            return GroupKey(territory: context.territory, name: try requiredText("logGroupName"))
        }
        return GroupKey(identifier: identifier, in: context.territory)
    }

    /// The group whose key is meant, by `logGroupName` or as `resourceIdentifier`, which means the results of queries, too.
    func keyedGroup(_ context: RequestContext) throws(ServiceError) -> GroupKey {
        let identifier = try text("resourceIdentifier")
        guard try (text("logGroupName") == nil) != (identifier == nil) else {
            throw .invalid("Exactly one of logGroupName and resourceIdentifier must be specified.")
        }
        guard let identifier else { return try group(context) }
        guard let arn = ARN(identifier), let key = GroupKey(arn) else {
            throw .invalid("The specified resourceIdentifier is no log group; queries are not served here.")
        }
        return key
    }

    /// The group whose ARN `resourceArn` is.
    func taggedGroup() throws(ServiceError) -> GroupKey {
        guard let arn = ARN(try requiredText("resourceArn")), let key = GroupKey(arn) else {
            throw .invalid("The specified resource ARN is not valid.")
        }
        return key
    }

    /// A page's length within its bounds.
    func limit(_ most: Int) throws(ServiceError) -> Int { min(max(1, try integer("limit") ?? most), most) }

    /// A time in milliseconds.
    func time(_ name: String) throws(ServiceError) -> Timestamp? {
        try integer(name).map { Timestamp(milliseconds: Int64($0)) }
    }
}
