import JSONTree

/// A role on its way into the template.
struct GeneratedRole {
    /// Its logical id.
    let id: String
    /// Who may take it.
    var trust: JSON
    /// ARNs of managed policies, each once.
    var managed: [JSON] = []
    /// Policies of its own: name and document, or an intrinsic function of those.
    var policies: [JSON] = []
    /// The path it lies under.
    var path: JSON?
    /// Its permissions boundary.
    var boundary: JSON?
    /// Its tags, as a list.
    var tags: JSON?
    private let attributes: JSONObject

    /// A role that a service takes.
    init(_ id: String, _ attributes: JSONObject, service: String) {
        self.id = id
        self.attributes = attributes
        trust = [
            "Version": "2012-10-17",
            "Statement": [
                ["Action": ["sts:AssumeRole"], "Effect": "Allow", "Principal": ["Service": [.string(service)]]]
            ],
        ]
    }

    /// Attaches a policy of AWS by its name.
    mutating func attach(_ name: String) { attach(ManagedPolicyNames.arn(name)) }

    /// Attaches a managed policy, if it is not there already.
    mutating func attach(_ arn: JSON) { if !managed.contains(arn) { managed.append(arn) } }

    /// Adds a policy of its own.
    mutating func add(_ name: String, _ document: JSON) {
        policies.append(["PolicyName": .string(name), "PolicyDocument": document])
    }

    /// Adds a policy that allows one action on one resource.
    mutating func add(_ name: String, _ action: JSON, on resource: JSON) {
        add(name, ["Statement": [["Action": action, "Effect": "Allow", "Resource": resource]]])
    }

    /// The role's resource.
    var resource: GeneratedResource {
        GeneratedResource(
            id, "AWS::IAM::Role", attributes,
            [
                ("AssumeRolePolicyDocument", trust), ("ManagedPolicyArns", managed.isEmpty ? nil : .array(managed)),
                ("Path", path), ("Policies", policies.isEmpty ? nil : .array(policies)),
                ("PermissionsBoundary", boundary), ("Tags", tags),
            ])
    }
}
