import ResourceNames

extension PermissionRequest {
    /// CloudFormation: stacks, those of a change set too. What has no stack yet asks for all of its name.
    var cloudFormation: [Permission] {
        let name = "cloudformation:\(action)"
        let whole = Permission(name, on: stack).with([
            "cloudformation:RoleArn": text("RoleARN"), "cloudformation:TemplateUrl": text("TemplateURL"),
            "cloudformation:ChangeSetName": text("ChangeSetName"),
        ])
        return [whole] + passedRole("RoleARN", to: "cloudformation")
    }

    private var stack: String {
        guard let name = text("StackName") else {
            return text("ChangeSetName").flatMap { $0.hasPrefix("arn:") ? $0 : nil } ?? "*"
        }
        return name.hasPrefix("arn:") ? name : arn("cloudformation", "stack/\(name)/*")
    }
}
