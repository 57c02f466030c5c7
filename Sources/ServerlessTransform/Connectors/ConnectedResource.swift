import JSONTree

/// One end of a connector.
struct ConnectedResource {
    /// The logical id; `nil` for what is not in the template.
    let id: String?
    /// The plain type.
    let type: String
    /// Its ARN, or what CloudFormation works it out from.
    let arn: JSON?
    /// The name of the role it acts with.
    let roleName: JSON?
    /// A queue's URL.
    let queueURL: JSON?
    /// A state machine's name.
    let name: JSON?

    private static let plainTypes = [
        "AWS::Serverless::Function": "AWS::Lambda::Function",
        "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine",
    ]

    /// Reads an end.
    ///
    /// - Parameters:
    ///   - other: The other end, as it is written.
    ///   - resources: Those of the template, in their plain form.
    init(_ json: JSON, other: JSON, in resources: JSONObject, of connector: String) throws(TemplateProblem) {
        let names = json.objectValue?.keys ?? []
        guard names.contains("Id") != names.contains(where: { $0 != "Id" && $0 != "Qualifier" }) else {
            throw .resource(
                connector,
                "Must provide 'Id' (with optional 'Qualifier') or a supported combination of other properties.")
        }
        guard names.contains("Id"), json["Id"] != "" else {
            let type = try Self.type(json["Type"], connector)
            self.init(
                id: nil, type: Self.plainTypes[type] ?? type, arn: json["Arn"], roleName: json["RoleName"],
                queueURL: json["QueueUrl"], name: json["Name"])
            return
        }
        guard let id = json["Id"]?.stringValue else {
            throw .resource(connector, "'Id' is missing or not a string.")
        }
        guard let resource = resources[id] else {
            throw .resource(connector, "Unable to find resource with logical ID '\(id)'.")
        }
        let type = try Self.type(resource["Type"], connector)
        let isReferredToByARN = type == "AWS::StepFunctions::StateMachine" || type == "AWS::SNS::Topic"
        let role = Self.role(of: resource, type, other: other)
        self.init(
            id: id, type: type, arn: isReferredToByARN ? Intrinsic.ref(id) : Intrinsic.attribute("Arn", of: id),
            roleName: Intrinsic.logicalID(in: role).map(Intrinsic.ref),
            queueURL: type == "AWS::SQS::Queue" ? Intrinsic.ref(id) : nil,
            name: type == "AWS::StepFunctions::StateMachine" ? Intrinsic.attribute("Name", of: id) : nil)
    }

    private init(id: String?, type: String, arn: JSON?, roleName: JSON?, queueURL: JSON?, name: JSON?) {
        (self.id, self.type, self.arn) = (id, type, arn)
        (self.roleName, self.queueURL, self.name) = (roleName, queueURL, name)
    }

    private static func type(_ json: JSON?, _ connector: String) throws(TemplateProblem) -> String {
        guard let type = json?.stringValue, !type.isEmpty else {
            throw .resource(connector, "'Type' is missing or not a string.")
        }
        return type
    }

    private static func role(of resource: JSON, _ type: String, other: JSON) -> JSON? {
        let properties = resource["Properties"]
        switch type {
        case "AWS::Lambda::Function": return properties?["Role"]
        case "AWS::StepFunctions::StateMachine": return properties?["RoleArn"]
        case "AWS::Events::Rule":
            return properties?["Targets"]?.arrayValue?.first { target in
                let id = Intrinsic.logicalID(in: target["Arn"])
                return id != nil && id == other["Id"]?.stringValue
                    || other["Arn"] != nil && target["Arn"] == other["Arn"]
            }?["RoleArn"]
        default: return nil
        }
    }
}
