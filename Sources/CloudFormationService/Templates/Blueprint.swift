import AWSWire
import JSONTree
import ResourceNames
import TemplateLanguage

/// A template with values for its parameters: all that a stack is made from.
struct Blueprint: Sendable {
    /// As it is stored.
    let content: StackContent
    /// Read and checked.
    let template: Template
    /// What its parameters stand for.
    let values: [String: JSON]

    /// Reads what a stack was made from.
    init(_ content: StackContent) throws(TemplateError) {
        self.content = content
        template = try Template(TemplateText.read(content.processed))
        let given = Dictionary(content.parameters.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
        values = try ParameterValues(template, given: given).values(template, stored: content.resolved)
    }

    /// Takes what was just read.
    init(content: StackContent, template: Template, values: [String: JSON]) {
        (self.content, self.template, self.values) = (content, template, values)
    }

    /// What is known of a stack while functions are worked out.
    ///
    /// - Parameters:
    ///   - isMade: Whether resources are looked at; else nothing is known of any.
    ///   - export: The value another stack exports.
    func knowledge(
        of stack: Stack, isMade: Bool, export: @escaping (_ name: String) -> String?
    ) -> Evaluator.Knowledge {
        let made: [String: StackResource] =
            isMade
            ? Dictionary(
                stack.resources.filter(\.isComplete).map { ($0.logicalID, $0) }, uniquingKeysWith: { $1 }) : [:]
        return Evaluator.Knowledge(
            parameters: values,
            pseudo: PseudoParameters(
                territory: stack.territory, stackName: stack.name, stackID: stack.id,
                notificationARNs: content.notificationARNs),
            reference: { id in made[id].map { $0.reference ?? .string($0.physicalID ?? "") } },
            attribute: { id, name throws(TemplateError) in
                guard let resource = made[id] else { return JSON?.none }
                guard let value = resource.attributes[name] else {
                    throw TemplateError(
                        "Template error: resource \(id) does not support attribute type \(name) in Fn::GetAtt")
                }
                return value
            }, export: export)
    }

    /// What the template asks the caller to acknowledge.
    var capabilities: (needed: [String], reason: String)? {
        let made = template.resources.filter { Self.iamTypes.keys.contains($0.type) }
        guard !made.isEmpty else { return nil }
        let isNamed = made.contains { resource in
            Self.iamTypes[resource.type].flatMap { resource.properties[$0] } != nil
        }
        let types = Set(made.map(\.type)).sorted().joined(separator: ", ")
        return (
            [isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM"],
            "The following resource(s) require capabilities: [\(types)]"
        )
    }

    /// Refuses what the caller has not acknowledged.
    ///
    /// - Parameter isDirect: Whether nobody sees what macros have made before it is done, as a change set shows it.
    func checkCapabilities(isDirect: Bool = false) throws(ServiceError) {
        let isExpanded = content.processed != content.original
        if isDirect, isExpanded, !content.capabilities.contains("CAPABILITY_AUTO_EXPAND") {
            throw ServiceError("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_AUTO_EXPAND]")
        }
        guard let needed = capabilities?.needed.first, !content.capabilities.contains(needed),
            !(needed == "CAPABILITY_IAM" && content.capabilities.contains("CAPABILITY_NAMED_IAM"))
        else { return }
        throw ServiceError("InsufficientCapabilitiesException", "Requires capabilities : [\(needed)]")
    }

    /// Types that grant something, and the property that names them.
    private static let iamTypes = [
        "AWS::IAM::Role": "RoleName", "AWS::IAM::Policy": "", "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
        "AWS::IAM::User": "UserName", "AWS::IAM::Group": "GroupName", "AWS::IAM::AccessKey": "",
        "AWS::IAM::InstanceProfile": "InstanceProfileName", "AWS::IAM::UserToGroupAddition": "",
        "AWS::IAM::RolePolicy": "", "AWS::IAM::UserPolicy": "", "AWS::IAM::GroupPolicy": "",
    ]
}
