import JSONTree

/// The connections between resources that are served here. `%{Destination.Arn}` and the like are filled in later.
///
/// Source: AWS SAM developer guide, "AWS SAM connector reference".
enum ConnectorProfiles {
    /// What connects two types; `nil` when nothing does.
    static func find(_ source: String, _ destination: String) -> ConnectorProfile? {
        profiles["\(source) \(destination)"]
    }

    private static let function = "AWS::Lambda::Function"
    private static let queue = "AWS::SQS::Queue"
    private static let topic = "AWS::SNS::Topic"
    private static let machine = "AWS::StepFunctions::StateMachine"
    private static let rule = "AWS::Events::Rule"
    private static let bus = "AWS::Events::EventBus"
    private static let bucket = "AWS::S3::Bucket"

    private static let destination = ["%{Destination.Arn}"]
    private static let executions = [
        "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:%{Destination.Name}:*"
    ]
    private static let nestedRule = [
        "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"
    ]

    private static let profiles: [String: ConnectorProfile] = [
        "\(function) \(function)": ofSource(write(("lambda: InvokeAsync InvokeFunction", destination))),
        "\(function) \(queue)": ofSource(
            read(("sqs: ReceiveMessage GetQueueAttributes", destination)),
            write(("sqs: DeleteMessage SendMessage ChangeMessageVisibility PurgeQueue", destination))),
        "\(function) \(topic)": ofSource(write(("sns: Publish", destination))),
        "\(function) \(bus)": ofSource(write(("events: PutEvents", destination))),
        "\(function) \(bucket)": objects, "\(machine) \(bucket)": objects,
        "\(function) \(machine)": ofSource(
            write(
                ("states: StartExecution StartSyncExecution", destination), ("states: StopExecution", executions)),
            read(
                ("states: DescribeStateMachine ListExecutions", destination),
                ("states: DescribeExecution DescribeStateMachineForExecution GetExecutionHistory", executions))),
        "\(machine) \(function)": ofSource(write(("lambda: InvokeAsync InvokeFunction", destination))),
        "\(machine) \(queue)": ofSource(write(("sqs: SendMessage", destination))),
        "\(machine) \(topic)": ofSource(write(("sns: Publish", destination))),
        "\(machine) \(bus)": ofSource(write(("events: PutEvents", destination))),
        "\(machine) \(machine)": ConnectorProfile(
            place: .sourceRole, dependent: .source,
            accesses: [
                read(("states: DescribeExecution", executions), ("events: DescribeRule", nestedRule)),
                write(
                    ("states: StartExecution", destination), ("states: StopExecution", executions),
                    ("events: PutTargets PutRule", nestedRule)),
            ], combinations: [["Read"], ["Read", "Write"]]),
        "\(queue) \(function)": ConnectorProfile(
            place: .destinationRole, dependent: .mapping,
            accesses: [
                write(("sqs: DeleteMessage", ["%{Source.Arn}"])),
                read(("sqs: ReceiveMessage GetQueueAttributes", ["%{Source.Arn}"])),
            ], combinations: [["Read", "Write"]]),
        "\(topic) \(queue)": ofDestination(.queuePolicy, "sqs:SendMessage", "sns.amazonaws.com"),
        "\(rule) \(queue)": ofDestination(.queuePolicy, "sqs:SendMessage", "events.amazonaws.com"),
        "\(rule) \(topic)": ofDestination(.topicPolicy, "sns:Publish", "events.amazonaws.com"),
        "\(topic) \(function)": permission("sns.amazonaws.com"),
        "\(rule) \(function)": permission("events.amazonaws.com"),
        "\(bucket) \(function)": permission("s3.amazonaws.com", account: "${AWS::AccountId}"),
        "\(rule) \(bus)": ofSource(write(("events: PutEvents", destination))),
        "\(rule) \(machine)": ofSource(write(("states: StartExecution", destination))),
    ]

    private static let objects = ofSource(
        read(
            (
                "s3: GetObject GetObjectAcl GetObjectLegalHold GetObjectRetention GetObjectTorrent GetObjectVersion GetObjectVersionAcl "
                    + "GetObjectVersionForReplication GetObjectVersionTorrent ListBucket ListBucketMultipartUploads ListBucketVersions "
                    + "ListMultipartUploadParts", destination + ["%{Destination.Arn}/*"]
            )),
        write(
            (
                "s3: AbortMultipartUpload DeleteObject DeleteObjectVersion PutObject PutObjectLegalHold PutObjectRetention RestoreObject",
                destination + ["%{Destination.Arn}/*"]
            )))

    private static func ofSource(_ accesses: ConnectorProfile.Access...) -> ConnectorProfile {
        ConnectorProfile(place: .sourceRole, accesses: accesses)
    }

    private static func ofDestination(_ place: ConnectorProfile.Place, _ action: String, _ principal: String)
        -> ConnectorProfile
    {
        let statement: JSON = [
            "Effect": "Allow", "Principal": ["Service": .string(principal)], "Resource": "%{Destination.Arn}",
            "Action": .string(action), "Condition": ["ArnEquals": ["aws:SourceArn": "%{Source.Arn}"]],
        ]
        return ConnectorProfile(place: place, accesses: [.init(name: "Write", statements: [statement])])
    }

    private static func permission(_ principal: String, account: String? = nil) -> ConnectorProfile {
        var permission: JSONObject = [
            "Action": "lambda:InvokeFunction", "Principal": .string(principal), "SourceArn": "%{Source.Arn}",
        ]
        permission["SourceAccount"] = account.map { .string($0) }
        return ConnectorProfile(
            place: .permission, accesses: [.init(name: "Write", statements: [.object(permission)])])
    }

    private static func read(_ statements: (actions: String, resources: [String])...) -> ConnectorProfile.Access {
        .init(name: "Read", statements: statements.map(statement))
    }

    private static func write(_ statements: (actions: String, resources: [String])...) -> ConnectorProfile.Access {
        .init(name: "Write", statements: statements.map(statement))
    }

    /// `sqs: A B` as `sqs:A` and `sqs:B`.
    private static func statement(_ actions: String, _ resources: [String]) -> JSON {
        let words = actions.split(separator: " ")
        return [
            "Effect": "Allow", "Action": .array(words.dropFirst().map { .string("\(words[0])\($0)") }),
            "Resource": .array(resources.map { .string($0) }),
        ]
    }
}
