import ResourceNames

extension PermissionRequest {
    /// CloudFormation: stacks, those of a change set too. What has no stack yet asks for all of its name.
    var cloudFormation: [Permission] {
        let name = "cloudformation:\(action)"
        var all = [Permission(name, on: stack)]
        if let role = text("RoleARN") { all.append(Permission("iam:PassRole", on: role)) }
        return all
    }

    private var stack: String {
        guard let name = text("StackName") else {
            return text("ChangeSetName").flatMap { $0.hasPrefix("arn:") ? $0 : nil } ?? "*"
        }
        return name.hasPrefix("arn:") ? name : arn("cloudformation", "stack/\(name)/*")
    }
}
