import AWSWire
import AccessPolicies
import IAMService
import JSONTree
import ResourceNames

/// What conditions of policies may ask about.
///
/// Source: IAM user guide, "AWS global condition context keys".
extension AccessControl {
    /// Gives a request the keys that are at hand.
    func fill(_ request: inout AccessRequest, _ sender: Sender, _ territory: Territory) {
        let now = clock.now
        request["aws:CurrentTime"] = [now.iso8601]
        request["aws:EpochTime"] = [String(now.milliseconds / 1_000)]
        request["aws:RequestedRegion"] = [territory.region]
        request["aws:SecureTransport"] = ["false"]
        request["aws:PrincipalIsAWSService"] = ["false"]
        switch request.caller {
        case .user(let arn):
            request["aws:PrincipalArn"] = [arn]
            request["aws:PrincipalType"] = ["User"]
            request["aws:username"] = [String(arn.split(separator: "/").last ?? "")]
        case .roleSession(let role, _):
            request["aws:PrincipalArn"] = [role]
            request["aws:PrincipalType"] = ["AssumedRole"]
        case .root(let account):
            request["aws:PrincipalArn"] = ["arn:aws:iam::\(account):root"]
            request["aws:PrincipalType"] = ["Account"]
        case .service(let name):
            request["aws:PrincipalIsAWSService"] = ["true"]
            request["aws:PrincipalServiceName"] = [name]
        case .anonymous: break
        }
        if let account = request.caller.account { request["aws:PrincipalAccount"] = [account] }
        request["aws:ResourceAccount"] = [request.resourceAccount]
        request["aws:ViaAWSService"] = ["false"]
        request["aws:SourceIp"] = sender.address.map { [$0] }
        request["aws:UserAgent"] = sender.userAgent.map { [$0] }
        // Of a key of a user itself the key is not there at all.
        if sender.hasSession { request["aws:MultiFactorAuthPresent"] = ["false"] }
        if let source = sender.sourceARN {
            request["aws:SourceArn"] = [source]
            request["aws:SourceAccount"] = (sender.sourceAccount ?? ARN(source)?.account).map { [$0] }
        }
    }

    /// The values of a key, in lower case, that takes a look at tags or at who somebody is.
    func find(
        _ key: String, of permission: Permission, by sender: Sender, _ service: String, _ input: JSON
    ) -> [String]? {
        switch key {
        case "aws:userid": return userID(of: sender.caller).map { [$0] }
        case "aws:tagkeys":
            let keys = RequestTags(input).keys
            return keys.isEmpty ? nil : keys
        default: break
        }
        guard let slash = key.firstIndex(of: "/") else { return nil }
        let name = key[key.index(after: slash)...]
        let tags: [(key: String, value: String)]? =
            switch key[..<slash] {
            case "aws:principaltag": principal(sender.caller).flatMap { authority.tags(of: $0) }
            case "aws:requesttag": RequestTags(input).pairs
            case "aws:resourcetag", "\(service):resourcetag": tags(of: permission.resource)
            default: nil
            }
        return tags?.first { $0.key.lowercased() == name }.map { [$0.value] }
    }

    private func principal(_ caller: Caller) -> String? {
        switch caller {
        case .user(let arn), .roleSession(let arn, _): arn
        case .root, .service, .anonymous: nil
        }
    }

    private func userID(of caller: Caller) -> String? {
        switch caller {
        case .user(let arn): authority.id(of: arn)
        case .roleSession(let role, let session):
            authority.id(of: role).map { "\($0):\(session.split(separator: "/").last ?? "")" }
        case .root(let account): account
        case .service, .anonymous: nil
        }
    }
}
