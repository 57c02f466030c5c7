import JSONTree
import ResourceNames

extension PermissionRequest {
    /// Systems Manager: parameters by name, or what lies below a path.
    var ssm: [Permission] {
        let name = "ssm:\(action)"
        switch action {
        case "DescribeParameters": return [Permission(name)]
        case "GetParameters", "DeleteParameters":
            let names = input["Names"]?.arrayValue?.compactMap(\.stringValue) ?? []
            return Set(names).sorted().map { Permission(name, on: parameter($0)) }
        case "GetParametersByPath":
            guard let path = text("Path") else { return [Permission(name)] }
            return [Permission(name, on: parameter(path.hasSuffix("/") ? path : path + "/"))]
        default: return [Permission(name, on: text("Name", "ResourceId").map(parameter) ?? "*")]
        }
    }

    /// The ARN of a parameter by its name or ARN, without what selects a version.
    private func parameter(_ name: String) -> String {
        if let arn = ARN(name) {
            return arn.resourceParts.count > 1
                ? ARN(
                    partition: arn.partition, service: arn.service, region: arn.region, account: arn.account,
                    resource: String(arn.resourceParts[0])
                ).text : name
        }
        let bare = name.prefix { $0 != ":" }
        return arn("ssm", "parameter" + (bare.hasPrefix("/") ? "" : "/") + bare)
    }
}
