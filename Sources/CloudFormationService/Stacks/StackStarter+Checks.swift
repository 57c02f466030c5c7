import AWSWire
import JSONTree
import ResourceNames

/// What else a request has to keep.
extension StackStarter {
    /// Refuses resources that a request's `ResourceTypes` do not cover.
    ///
    /// Source: API reference, "CreateStack": `AWS::*`, `AWS::SQS::*`, `Custom::*` or a type; the words are not observed.
    /// - Parameter types: Of the resources that would be made or changed.
    func check(_ types: [String], allowedBy input: ActionInput) throws(ServiceError) {
        guard input.value("ResourceTypes") != nil else { return }
        let allowed = try input.texts("ResourceTypes")
        for type in types where !allowed.contains(where: { Self.covers($0, type) }) {
            throw .validation(
                "Resource type \(type) is not allowed by parameter ResourceTypes [\(allowed.joined(separator: ", "))]")
        }
    }

    private static func covers(_ pattern: String, _ type: String) -> Bool {
        pattern.hasSuffix("::*") ? type.hasPrefix(pattern.dropLast()) : pattern == type
    }

    /// Refuses topics for a stack's events that are none.
    ///
    /// Observed on AWS: SNS's own words, when the stack is to be made or changed; a change set is still taken.
    func check(topics: [String], _ context: RequestContext) async throws(ServiceError) {
        for topic in topics {
            // The service itself looks, in the topic's place.
            let place = ARN(topic).map { Territory(account: $0.account, region: $0.region) } ?? context.territory
            let looking = RequestContext(territory: place, requestID: context.requestID, endpoint: context.endpoint)
            do throws(ServiceError) {
                _ = try await surroundings.dispatch("sns", "GetTopicAttributes", ["TopicArn": .string(topic)], looking)
            } catch {
                throw .validation(
                    "\(error.message) (Service: AmazonSNS; Status Code: \(error.status); Error Code: \(error.queryCode ?? error.code); Request ID: \(context.requestID); Proxy: null)"
                )
            }
        }
    }

    /// Refuses what is no role.
    func check(role: String?) throws(ServiceError) {
        guard let role, ARN(role).map({ $0.service != "iam" || !$0.resource.hasPrefix("role/") }) ?? true else {
            return
        }
        throw .validation("Role \(role) is invalid or cannot be assumed")
    }
}
