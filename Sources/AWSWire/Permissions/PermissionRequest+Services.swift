import JSONTree
import ResourceNames

extension PermissionRequest {
    /// Step Functions. Tasks are reported on by token, which no policy can name.
    var states: [Permission] {
        let name = "states:\(action)"
        switch action {
        case "CreateStateMachine":
            return [Permission(name, on: arn("states", "stateMachine:\(text("name") ?? "*")"))]
                + passedRole("roleArn", to: "states")
        case "UpdateStateMachine":
            return [Permission(name, on: text("stateMachineArn") ?? "*")] + passedRole("roleArn", to: "states")
        case "TestState": return [Permission(name)] + passedRole("roleArn", to: "states")
        case "CreateActivity": return [Permission(name, on: arn("states", "activity:\(text("name") ?? "*")"))]
        default:
            let resource = text(
                "stateMachineArn", "executionArn", "activityArn", "mapRunArn", "resourceArn",
                "stateMachineVersionArn", "stateMachineAliasArn")
            return [Permission(name, on: resource ?? "*")]
        }
    }

    /// SQS: a batch asks for what its single action asks for.
    var sqs: [Permission] {
        var single = action
        if single.hasSuffix("Batch") { single.removeLast("Batch".count) }
        let resource: String
        if let url = text("QueueUrl") {
            resource = Self.queue(url, territory)
        } else if let name = text("QueueName") {
            resource = arn("sqs", name)
        } else {
            resource = text("SourceArn") ?? "*"
        }
        return [Permission("sqs:\(single)", on: resource)]
    }

    /// SNS.
    var sns: [Permission] {
        let single = action == "PublishBatch" ? "Publish" : action
        if action == "CreateTopic", let name = text("Name") {
            return [Permission("sns:\(single)", on: arn("sns", name))]
        }
        if let subscription = text("SubscriptionArn") {
            // A subscription's name begins with its topic's.
            let topic = subscription.split(separator: ":", omittingEmptySubsequences: false).prefix(6)
            return [Permission("sns:\(single)", on: topic.joined(separator: ":"))]
        }
        let permission = Permission("sns:\(single)", on: text("TopicArn", "TargetArn", "ResourceArn") ?? "*")
        guard action == "Subscribe" else { return [permission] }
        return [permission.with(["sns:Protocol": text("Protocol"), "sns:Endpoint": text("Endpoint")])]
    }

    /// Lambda.
    var lambda: [Permission] {
        let name =
            switch action {
            case "Invoke", "InvokeWithResponseStream": "lambda:InvokeFunction"
            default: "lambda:\(action)"
            }
        var all = [Permission(name, on: lambdaResource)]
        all[0] = all[0].with([
            "lambda:FunctionUrlAuthType": text("FunctionUrlAuthType"), "lambda:Principal": text("Principal"),
            "lambda:FunctionArn": action.contains("EventSourceMapping") ? mappedFunction : nil,
        ])
        if action == "CreateFunction" || action == "UpdateFunctionConfiguration" {
            all += passedRole("Role", to: "lambda")
        }
        return all
    }

    /// The function that an event source is mapped to.
    private var mappedFunction: String? {
        text("FunctionName").flatMap { FunctionName($0, in: territory)?.fullARN }
    }

    private var lambdaResource: String {
        if action.contains("EventSourceMapping") {
            return text("UUID").map { arn("lambda", "event-source-mapping:\($0)") } ?? "*"
        }
        if let resource = text("Resource") { return resource }
        guard let text = text("FunctionName"), let function = FunctionName(text, in: territory) else { return "*" }
        let qualifier = function.qualifier ?? self.text("Qualifier", "Name")
        let isOfFunction = action.hasSuffix("Alias") || action == "CreateFunction" || qualifier == nil
        return isOfFunction ? function.arn : "\(function.arn):\(qualifier ?? "")"
    }

    /// S3: objects and buckets; what heads a thing is what gets it.
    var s3: [Permission] {
        guard let bucket = text("Bucket") else {
            return [Permission(action == "ListBuckets" ? "s3:ListAllMyBuckets" : "s3:\(action)")]
        }
        let (whole, object) = ("arn:aws:s3:::\(bucket)", "arn:aws:s3:::\(bucket)/\(text("Key") ?? "*")")
        return switch action {
        case "GetObject", "HeadObject": [Permission("s3:GetObject", on: object)]
        case "PutObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload":
            [Permission("s3:PutObject", on: object)]
        case "CopyObject", "UploadPartCopy": [Permission("s3:PutObject", on: object)] + copied
        case "DeleteObject", "DeleteObjects": [Permission("s3:DeleteObject", on: object)]
        case "AbortMultipartUpload": [Permission("s3:AbortMultipartUpload", on: object)]
        case "ListParts": [Permission("s3:ListMultipartUploadParts", on: object)]
        case "ListMultipartUploads": [Permission("s3:ListBucketMultipartUploads", on: whole)]
        case "ListObjects", "ListObjectsV2", "HeadBucket":
            [
                Permission("s3:ListBucket", on: whole).with([
                    "s3:prefix": input["Prefix"]?.stringValue, "s3:delimiter": text("Delimiter"),
                    "s3:max-keys": input["MaxKeys"]?.text,
                ])
            ]
        case "GetObjectTagging", "PutObjectTagging", "DeleteObjectTagging": [Permission("s3:\(action)", on: object)]
        case "GetBucketEncryption": [Permission("s3:GetEncryptionConfiguration", on: whole)]
        case "PutBucketEncryption", "DeleteBucketEncryption":
            [Permission("s3:PutEncryptionConfiguration", on: whole)]
        case "GetBucketNotificationConfiguration": [Permission("s3:GetBucketNotification", on: whole)]
        case "PutBucketNotificationConfiguration": [Permission("s3:PutBucketNotification", on: whole)]
        case "DeleteBucketTagging": [Permission("s3:PutBucketTagging", on: whole)]
        case "GetPublicAccessBlock": [Permission("s3:GetBucketPublicAccessBlock", on: whole)]
        case "PutPublicAccessBlock", "DeletePublicAccessBlock":
            [Permission("s3:PutBucketPublicAccessBlock", on: whole)]
        default: [Permission("s3:\(action)", on: whole)]
        }
    }

    /// What a copy reads.
    private var copied: [Permission] {
        guard var source = text("CopySource") else { return [] }
        if source.hasPrefix("/") { source.removeFirst() }
        let path = source.split(separator: "?").first ?? ""
        return [Permission("s3:GetObject", on: "arn:aws:s3:::\(path)")]
    }

    /// CloudWatch Logs: groups and the streams in them.
    var logs: [Permission] {
        let name = "logs:\(action)"
        if let groups = input["logGroupIdentifiers"]?.arrayValue {
            return groups.compactMap(\.stringValue).map { Permission(name, on: $0) }
        }
        if let resource = text("resourceArn", "logGroupIdentifier"), resource.hasPrefix("arn:") {
            return [Permission(name, on: resource)]
        }
        guard let group = text("logGroupName", "logGroupIdentifier") else {
            return [Permission(name, on: action == "DescribeLogGroups" ? arn("logs", "log-group:*") : "*")]
        }
        let stream = text("logStreamName").map { "log-stream:\($0)" }
        let isOfStream = ["PutLogEvents", "GetLogEvents", "CreateLogStream", "DeleteLogStream"].contains(action)
        return [Permission(name, on: arn("logs", "log-group:\(group):\(isOfStream ? stream ?? "*" : "*")"))]
    }

    /// EventBridge: buses, rules, connections.
    var events: [Permission] {
        let name = "events:\(action)"
        if action == "PutEvents" {
            let entries = input["Entries"]?.arrayValue ?? []
            let buses = Dictionary(grouping: entries) { $0["EventBusName"]?.stringValue ?? "default" }
            return buses.sorted { $0.key < $1.key }.map { bus, entries in
                var permission = Permission(name, on: self.bus(bus))
                permission.keys["events:source"] = entries.compactMap { $0["Source"]?.stringValue }
                permission.keys["events:detail-type"] = entries.compactMap { $0["DetailType"]?.stringValue }
                return permission
            }
        }
        if let resource = text("ResourceARN") { return [Permission(name, on: resource)] }
        if action.hasSuffix("Connection") {
            return [Permission(name, on: text("Name").map { arn("events", "connection/\($0)") } ?? "*")]
        }
        if let rule = text("Rule") ?? (action.hasSuffix("Rule") ? text("Name") : nil) {
            let place = text("EventBusName").map { $0 == "default" ? "" : "\($0.split(separator: "/").last ?? "")/" }
            let roles = (input["Targets"]?.arrayValue ?? []).compactMap { $0["RoleArn"]?.stringValue }
            return [Permission(name, on: arn("events", "rule/\(place ?? "")\(rule)"))]
                + Set(roles).sorted().map { passed($0, to: "events") }
        }
        return [Permission(name, on: text("Name", "EventBusName").map(bus) ?? "*")]
    }

    private func bus(_ name: String) -> String { name.hasPrefix("arn:") ? name : arn("events", "event-bus/\(name)") }

    /// KMS: keys; an alias is not a resource of its own for what is done with the key behind it.
    var kms: [Permission] {
        guard let key = text("KeyId", "TargetKeyId"), !key.contains("alias/") else {
            return [Permission("kms:\(action)")]
        }
        return [Permission("kms:\(action)", on: key.hasPrefix("arn:") ? key : arn("kms", "key/\(key)"))]
    }

    /// IAM: users, roles and policies of the account.
    var iam: [Permission] {
        let name = "iam:\(action)"
        if let arn = text("PolicyArn", "PolicySourceArn"), !action.hasPrefix("Attach"), !action.hasPrefix("Detach") {
            return [Permission(name, on: arn)]
        }
        return [
            Permission(name, on: identity).with([
                "iam:PolicyARN": text("PolicyArn"), "iam:PermissionsBoundary": text("PermissionsBoundary"),
            ])
        ]
    }

    private var identity: String {
        func global(_ resource: String) -> String {
            ARN(service: "iam", region: "", account: territory.account, resource: resource).text
        }
        if let role = text("RoleName") { return global("role/\(role)") }
        if let group = text("GroupName") { return global("group/\(group)") }
        if let user = text("UserName") { return global("user/\(user)") }
        if let policy = text("PolicyName") { return global("policy/\(policy)") }
        return "*"
    }

    /// STS: everybody may ask who they are.
    var sts: [Permission] {
        switch action {
        case "GetCallerIdentity", "GetSessionToken": []
        default:
            [
                Permission("sts:\(action)", on: text("RoleArn") ?? "*").with([
                    "sts:ExternalId": text("ExternalId"), "sts:RoleSessionName": text("RoleSessionName"),
                ])
            ]
        }
    }

    /// Whoever makes something act as a role must be allowed to hand that role on.
    func passedRole(_ member: String, to service: String) -> [Permission] {
        text(member).map { [passed($0, to: service)] } ?? []
    }

    private func passed(_ role: String, to service: String) -> Permission {
        Permission("iam:PassRole", on: role).with(["iam:PassedToService": "\(service).amazonaws.com"])
    }

    /// The ARN of a queue by its URL: `…/ACCOUNT/NAME`, or its name alone.
    private static func queue(_ url: String, _ territory: Territory) -> String {
        let parts = url.split(separator: "/")
        let name = parts.last.map(String.init) ?? url
        let account = parts.dropLast().last.map(String.init) ?? ""
        let isAccount = account.utf8.count == 12 && account.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return ARN(
            service: "sqs", region: territory.region, account: isAccount ? account : territory.account, resource: name
        ).text
    }
}
