import ResourceNames

/// What kind of handler a resource names.
enum ResourceKind: Equatable {
    case function
    case integration

    /// Integrations are the resources of `states` without an account: `arn:aws:states:::sqs:sendMessage`.
    init(_ resource: String) {
        self = resource.utf8.starts(with: "arn:".utf8) && resource.contains(":states:::") ? .integration : .function
    }
}

/// A function as it is called: name, place and qualifier.
struct FunctionName: Sendable, Equatable {
    var name: String
    var qualifier: String?
    var territory: Territory
    /// The ARN without qualifier.
    var arn: String

    /// Reads a function's ARN, or a bare name that belongs to `home`; `nil` for anything else.
    init?(_ resource: String, in home: Territory? = nil) {
        guard let arn = ARN(resource) else {
            guard let home, !resource.isEmpty, !resource.contains(":") else { return nil }
            (name, qualifier, territory) = (resource, nil, home)
            self.arn = "arn:aws:lambda:\(home.region):\(home.account):function:\(resource)"
            return
        }
        let parts = arn.resourceParts
        guard arn.service == "lambda", parts.count == 2 || parts.count == 3, parts[0] == "function", !parts[1].isEmpty
        else { return nil }
        name = String(parts[1])
        qualifier = parts.count == 3 ? String(parts[2]) : nil
        territory = Territory(account: arn.account, region: arn.region)
        self.arn = "arn:\(arn.partition):lambda:\(arn.region):\(arn.account):function:\(name)"
    }

    /// The ARN with the qualifier it was called by.
    var fullARN: String { qualifier.map { "\(arn):\($0)" } ?? arn }
}
