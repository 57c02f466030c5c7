import JSONTree
import ResourceNames

/// What `AWS::…` names stand for in a stack.
package struct PseudoParameters: Sendable {
    /// Account and region.
    package let territory: Territory
    /// The stack's name.
    package let stackName: String
    /// The stack's ARN; a made-up one while there is no stack.
    package let stackID: String
    /// Topics that are told of the stack's events.
    package let notificationARNs: [String]

    /// All names there are.
    static let names: Set<String> = [
        "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId",
        "AWS::StackName", "AWS::URLSuffix",
    ]

    /// States all.
    package init(territory: Territory, stackName: String, stackID: String, notificationARNs: [String]) {
        self.territory = territory
        self.stackName = stackName
        self.stackID = stackID
        self.notificationARNs = notificationARNs
    }

    /// A value; `nil` for names that are none of these, and for `AWS::NoValue`.
    func value(_ name: String) -> JSON? {
        switch name {
        case "AWS::AccountId": .string(territory.account)
        case "AWS::NotificationARNs": .array(notificationARNs.map { .string($0) })
        case "AWS::Partition": "aws"
        case "AWS::Region": .string(territory.region)
        case "AWS::StackId": .string(stackID)
        case "AWS::StackName": .string(stackName)
        case "AWS::URLSuffix": "amazonaws.com"
        default: JSON?.none
        }
    }
}
