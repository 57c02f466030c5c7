import AWSWire
import JSONTree
import ResourceNames

extension ActionInput {
    /// Reads a shape; failures are EventBridge's.
    init(_ shape: JSON) { self.init(shape, words: Self.events) }

    private static let events = Words(
        missing: {
            .invalid(
                "1 validation error detected: Value null at '\($0.smallFirst)' failed to satisfy constraint: Member must not be null"
            )
        },
        wrongType: { .invalid("Parameter \($0) is not valid. Reason: It must be \($1).") })

    /// The bus a member names, by name or ARN; the default one when it is absent.
    func bus(_ context: RequestContext, named member: String = "EventBusName") throws(ServiceError) -> BusKey {
        BusKey(identifier: try text(member) ?? BusKey.defaultName, in: context.territory)
    }

    /// The rule that a member and `EventBusName` name.
    func rule(_ context: RequestContext, named member: String = "Name") throws(ServiceError) -> RuleKey {
        RuleKey(bus: try bus(context), name: try requiredText(member))
    }

    /// A page's length within its bounds.
    var limit: Int {
        get throws(ServiceError) { min(max(1, try integer("Limit") ?? Limits.listPage), Limits.listPage) }
    }
}

extension String {
    /// With a small first letter, as failed checks name members.
    fileprivate var smallFirst: String { prefix(1).lowercased() + dropFirst() }
}
