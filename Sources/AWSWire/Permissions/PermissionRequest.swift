import JSONTree
import ResourceNames

/// An action with what its resource's name is made of.
struct PermissionRequest {
    /// `StartExecution`.
    let action: String
    /// The action's input.
    let input: JSON
    /// Where names without account and region belong.
    let territory: Territory

    /// The first of these members that is a text.
    func text(_ names: String...) -> String? {
        for name in names { if let text = input[name]?.stringValue, !text.isEmpty { return text } }
        return nil
    }

    /// An ARN of this account and region.
    func arn(_ service: String, _ resource: String) -> String {
        ARN(service: service, region: territory.region, account: territory.account, resource: resource).text
    }
}
