import JSONTree
import ResourceNames

/// What a caller must be allowed to do for an action to run.
///
/// Source: Service authorization reference, "Actions, resources, and condition keys" of each service.
package struct Permission: Sendable, Equatable {
    /// As policies name it: `lambda:InvokeFunction`.
    package let action: String
    /// The resource's ARN, or `*`.
    package let resource: String
    /// Condition keys that the action itself gives, with their values.
    package var keys: [String: [String]] = [:]

    /// An action on a resource.
    package init(_ action: String, on resource: String = "*") { (self.action, self.resource) = (action, resource) }

    /// The same with further condition keys; those without a value are left out.
    func with(_ keys: [String: String?]) -> Permission {
        var permission = self
        for (key, value) in keys { if let value { permission.keys[key] = [value] } }
        return permission
    }

    /// The permissions that an action of a service asks for; none for what everybody may do.
    package static func needed(
        for action: String, of service: String, _ input: JSON, in territory: Territory
    ) -> [Permission] {
        let request = PermissionRequest(action: action, input: input, territory: territory)
        return switch service {
        case "states": request.states
        case "sqs": request.sqs
        case "sns": request.sns
        case "lambda": request.lambda
        case "s3": request.s3
        case "logs": request.logs
        case "events": request.events
        case "kms": request.kms
        case "ssm": request.ssm
        case "iam": request.iam
        case "sts": request.sts
        case "cloudformation": request.cloudFormation
        default: [Permission("\(service):\(action)")]
        }
    }
}
