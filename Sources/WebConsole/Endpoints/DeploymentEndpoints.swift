import AWSWire
import JSONTree
import ResourceNames

/// Samples, and stacks that are made of them.
enum DeploymentEndpoints {
    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("GET", "templates") { request async throws(ServiceError) in
            ["templates": .array(SampleCatalogue.all.map(summary))]
        },
        ConsoleRoute("GET", "templates/:id") { request async throws(ServiceError) in
            let sample = try sample(request.parameter("id"))
            var shown = summary(sample).objectValue ?? [:]
            shown["template"] = sample.template
            return .object(shown)
        },
        ConsoleRoute("POST", "deployments", deploy),
        ConsoleRoute("GET", "deployments/:id") { request async throws(ServiceError) in
            try await progress(of: request.parameter("id"), request)
        },
        ConsoleRoute("GET", "stacks/:name") { request async throws(ServiceError) in
            try await stack(request.parameter("name"), request)
        },
    ]

    private static func sample(_ id: String) throws(ServiceError) -> SampleCatalogue.Sample {
        guard let sample = SampleCatalogue.find(id) else {
            throw ServiceError("NotFound", "There is no sample '\(id)'.", status: 404)
        }
        return sample
    }

    private static func summary(_ sample: SampleCatalogue.Sample) -> JSON {
        [
            "id": .string(sample.id), "title": sample.facts["title"] ?? .null, "text": sample.facts["text"] ?? .null,
            "input": sample.facts["input"] ?? .emptyObject, "asks": sample.facts["asks"] ?? false,
            "definition": sample.definition, "resources": resources(of: sample),
        ]
    }

    private static func resources(of sample: SampleCatalogue.Sample) -> JSON {
        .array(sample.resources.map { ["logicalId": .string($0.name), "type": .string($0.type)] })
    }

    /// Makes a stack of a sample: `{"template", "approvals": "auto" | "me"}`. Who answers approvals in person has the queue's mapping switched off.
    private static func deploy(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let sample = try sample(try request.required("template"))
        var template = sample.template
        if request.body["approvals"]?.stringValue == "me" { template = withoutPolling(template) }
        let name = "\(sample.id)-\(request.context.requestID.prefix(6))"
        _ = try await request.call(
            "cloudformation", "CreateStack",
            [
                "StackName": .string(name), "TemplateBody": .string(template.text),
                "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
                "Tags": [["Key": "newel:sample", "Value": .string(sample.id)]],
            ])
        return ["id": .string(name)]
    }

    private static func withoutPolling(_ template: JSON) -> JSON {
        guard var object = template.objectValue, var resources = object["Resources"]?.objectValue else {
            return template
        }
        for (name, resource) in resources
        where resource["Type"]?.stringValue == "AWS::Lambda::EventSourceMapping" {
            guard var mapping = resource.objectValue, var properties = mapping["Properties"]?.objectValue else {
                continue
            }
            properties["Enabled"] = false
            mapping["Properties"] = .object(properties)
            resources[name] = .object(mapping)
        }
        object["Resources"] = .object(resources)
        return .object(object)
    }

    /// How far a stack is: its status, and every resource of its template, also those whose turn has not come.
    static func progress(of name: String, _ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let stack = try await described(name, request)
        let made =
            try await request.call(
                "cloudformation", "DescribeStackResources", ["StackName": .string(name)])["StackResources"]?.arrayValue
            ?? []
        let tag = stack["Tags"]?.arrayValue?.first { $0["Key"]?.stringValue == "newel:sample" }?["Value"]?.stringValue
        let sample = tag.flatMap(SampleCatalogue.find)
        let names =
            sample?.resources
            ?? made.map {
                ($0["LogicalResourceId"]?.stringValue ?? "", $0["ResourceType"]?.stringValue ?? "")
            }
        let rows = names.map { name, type -> JSON in
            let found = made.first { $0["LogicalResourceId"]?.stringValue == name }
            return [
                "logicalId": .string(name), "type": .string(type), "status": found?["ResourceStatus"] ?? "PENDING",
                "reason": found?["ResourceStatusReason"] ?? .null, "physicalId": found?["PhysicalResourceId"] ?? .null,
            ]
        }
        let main = made.first { $0["LogicalResourceId"] == sample?.facts["machine"] && $0["LogicalResourceId"] != nil }
        return [
            "id": .string(name), "status": stack["StackStatus"] ?? .null, "reason": stack["StackStatusReason"] ?? .null,
            "sample": tag.map { .string($0) } ?? .null, "title": sample?.facts["title"] ?? .null,
            "input": sample?.facts["input"] ?? .emptyObject, "resources": .array(rows),
            "machine": main?["PhysicalResourceId"] ?? .null,
        ]
    }

    private static func described(_ name: String, _ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        do throws(ServiceError) {
            let found = try await request.call("cloudformation", "DescribeStacks", ["StackName": .string(name)])
            return found["Stacks"]?[0] ?? .null
        } catch {
            // AWS's refusal of a name it does not know is a ValidationError like any other.
            guard error.message.contains("does not exist") else { throw error }
            throw ServiceError(error.code, error.message, status: 404)
        }
    }

    private static func stack(_ name: String, _ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var answer = try await progress(of: name, request).objectValue ?? [:]
        let stack = try await described(name, request)
        for (member, source) in [("outputs", "Outputs"), ("parameters", "Parameters"), ("tags", "Tags")] {
            answer[member] = stack[source] ?? .emptyArray
        }
        answer["createdAt"] = stack["CreationTime"]?.milliseconds
        let events = try await request.all(
            "cloudformation", "DescribeStackEvents", ["StackName": .string(name)], list: "StackEvents", most: 500)
        answer["events"] = .array(events.map(event))
        let template = try await request.call("cloudformation", "GetTemplate", ["StackName": .string(name)])
        answer["template"] = template["TemplateBody"] ?? .null
        return .object(answer)
    }

    private static func event(_ event: JSON) -> JSON {
        var shown = JSONObject()
        let members = [
            ("id", "EventId"), ("logicalId", "LogicalResourceId"), ("type", "ResourceType"),
            ("status", "ResourceStatus"),
            ("reason", "ResourceStatusReason"),
        ]
        for (name, source) in members { shown[name] = event[source] ?? .null }
        shown["at"] = event["Timestamp"]?.milliseconds ?? .null
        return .object(shown)
    }
}
