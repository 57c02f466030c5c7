import AWSWire
import JSONTree

/// One stack made or brought up to date, told resource by resource.
struct StackDeployment {
    /// Where it is made.
    let caller: any StackCaller
    /// The stack's name.
    let name: String
    /// What it is made from.
    let template: StackTemplate
    /// Values by key.
    let parameters: [String: String]

    /// The largest template that travels within a request. Source: CloudFormation's quotas.
    private static let bodyBytesMax = 51_200
    private static let pause = Duration.milliseconds(100)

    private var stack: JSON { ["StackName": .string(name)] }

    /// Deploys; prints the outputs to standard output.
    ///
    /// - Throws: `CommandFailure` that says which resources failed, and why.
    func run() async throws {
        do { try await deploy() } catch let error as ServiceError {
            throw CommandFailure("\(name): \(error.message)")
        }
    }

    private func deploy() async throws {
        var present = try await description()
        if let status = present?["StackStatus"]?.stringValue,
            ["ROLLBACK_COMPLETE", "CREATE_FAILED", "ROLLBACK_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"]
                .contains(status)
        {
            Terminal.note("\(name) was never complete (\(status)): what is left of it is removed first.")
            let last = try await lastEvent()
            _ = try await caller.call("DeleteStack", stack)
            // One that waited for its review is gone at once, with its events.
            if status != "REVIEW_IN_PROGRESS" { _ = try await follow(present?["StackId"] ?? "", after: last) }
            present = nil
        }
        var input: JSONObject = [
            "StackName": .string(name),
            "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
            "Parameters": .array(values(present)),
        ]
        if template.text.utf8.count <= Self.bodyBytesMax {
            input["TemplateBody"] = .string(template.text)
        } else {
            input["TemplateURL"] = .string(try await caller.upload(template.text, key: "\(name).template"))
        }
        let last = present == nil ? "" : try await lastEvent()
        let id: JSON
        do {
            id = try await caller.call(present == nil ? "CreateStack" : "UpdateStack", .object(input))["StackId"] ?? ""
        } catch let error as ServiceError where error.message == "No updates are to be performed." {
            Terminal.note("\(name) is as the template says: nothing to do.")
            return try await printOutputs(present)
        }
        let failures = try await follow(id, after: last)
        let done = try await caller.call("DescribeStacks", ["StackName": id])["Stacks"]?[0]
        let status = done?["StackStatus"]?.stringValue ?? ""
        guard status == "CREATE_COMPLETE" || status == "UPDATE_COMPLETE" else {
            let reasons = failures.isEmpty ? [done?["StackStatusReason"]?.stringValue ?? ""] : failures
            throw CommandFailure("\(name) failed (\(status)).\n" + reasons.map { "  \($0)" }.joined(separator: "\n"))
        }
        Terminal.note("\(name): \(Terminal.styled(status, .green))")
        try await printOutputs(done)
    }

    /// The stack; `nil` when there is none.
    private func description() async throws -> JSON? {
        do { return try await caller.call("DescribeStacks", stack)["Stacks"]?[0] } catch let error as ServiceError {
            guard error.code == "ValidationError", error.message.hasSuffix("does not exist") else { throw error }
            return JSON?.none
        }
    }

    /// What was given, and the values the stack has for the rest.
    private func values(_ present: JSON?) -> [JSON] {
        var values: [JSON] = parameters.sorted { $0.key < $1.key }.map {
            ["ParameterKey": .string($0.key), "ParameterValue": .string($0.value)]
        }
        for parameter in present?["Parameters"]?.arrayValue ?? [] {
            guard let key = parameter["ParameterKey"]?.stringValue, parameters[key] == nil,
                template.parameters.contains(key)
            else { continue }
            values.append(["ParameterKey": .string(key), "UsePreviousValue": true])
        }
        return values
    }

    private func lastEvent() async throws -> String {
        try await caller.call("DescribeStackEvents", stack)["StackEvents"]?[0]?["EventId"]?.stringValue ?? ""
    }

    /// Tells what happens until the stack comes to rest.
    ///
    /// - Parameter after: The last event that is known.
    /// - Returns: What failed, and why.
    private func follow(_ id: JSON, after: String) async throws -> [String] {
        var known = after
        var failures: [String] = []
        while true {
            let status = try await caller.call("DescribeStacks", ["StackName": id])["Stacks"]?[0]?["StackStatus"]
            for event in try await events(id, after: known) {
                known = event["EventId"]?.stringValue ?? known
                if let failure = tell(event) { failures.append(failure) }
            }
            // Events are written with what they tell of: after the status was read, none of before is missing.
            guard status?.stringValue?.hasSuffix("_IN_PROGRESS") == true else { return failures }
            try await Task.sleep(for: Self.pause)
        }
    }

    /// Events that came after one, oldest first.
    private func events(_ id: JSON, after: String) async throws -> [JSON] {
        var found: [JSON] = []
        var token: JSON?
        repeat {
            var input: JSONObject = ["StackName": id]
            input["NextToken"] = token
            let page = try await caller.call("DescribeStackEvents", .object(input))
            for event in page["StackEvents"]?.arrayValue ?? [] {
                if event["EventId"]?.stringValue == after { return found.reversed() }
                found.append(event)
            }
            token = page["NextToken"]
        } while token != nil
        return found.reversed()
    }

    /// Prints an event that ends something; answers what failed.
    private func tell(_ event: JSON) -> String? {
        let status = event["ResourceStatus"]?.stringValue ?? ""
        let (type, id) = (event["ResourceType"]?.stringValue ?? "", event["LogicalResourceId"]?.stringValue ?? "")
        guard !status.hasSuffix("_IN_PROGRESS") else { return nil }
        let isFailure = status.hasSuffix("_FAILED")
        let mark =
            isFailure
            ? Terminal.styled("✘", .red)
            : status.hasPrefix("DELETE") ? Terminal.styled("-", .yellow) : Terminal.styled("+", .green)
        guard event["PhysicalResourceId"] != event["StackId"] else { return nil }
        Terminal.note(
            "  \(mark) \(type.padded(38)) \(id.padded(38)) \(isFailure ? Terminal.styled(status, .red) : status)")
        guard isFailure else { return nil }
        return "\(id) (\(type)): \(event["ResourceStatusReason"]?.stringValue ?? status)"
    }

    private func printOutputs(_ stack: JSON?) async throws {
        for output in stack?["Outputs"]?.arrayValue ?? [] {
            Terminal.print(
                "\(output["OutputKey"]?.stringValue ?? "") = \(output["OutputValue"]?.stringValue ?? "")")
        }
    }
}
