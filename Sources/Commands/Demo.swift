import AWSWire
import ArgumentParser
import JSONTree
import Logging
import PluginHost
import ServerAssembly
import StockSample

/// `newel demo`: the stock sample from nothing to its result.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Deploy AWS's sample \"Orchestrate Lambda functions\", run it once and show every step.",
        discussion: """
            Five functions (shared libraries), a queue, a human approval by task token (answered by a function here) and a topic, on a store of its own \
            that is removed afterwards. Run it again: the price is random, so sometimes it buys and sometimes it sells.

            A function of your own that is named like one of the five takes its place.

            Example:
              newel demo --plugins CheckStockPrice/build
            """)

    @Flag(help: "Keep serving after the run, until Ctrl-C.") var keep = false
    @Option(help: "The port to listen on; 0 takes any free one.") var port = 0
    @Option(help: ArgumentHelp("A folder of plugins; may be given more than once.", valueName: "dir")) var plugins:
        [String] = []

    func run() async throws {
        try PluginFolders.check(plugins)
        var configuration = ServerConfiguration(storage: .memory, executableDirectory: Executable.directory)
        configuration.port = port
        configuration.pluginDirectories = plugins
        // Why a plugin of somebody's own is not taken is a warning.
        let server = try Server(configuration, logger: Terminal.logger(plugins.isEmpty ? .error : .warning))
        let (addresses, ready) = AsyncStream<String>.makeStream()
        async let served: Void = {
            // Whatever ends the server ends the wait for its address, too.
            defer { ready.finish() }
            try await server.run { ready.yield($0) }
        }()
        var isSuccess = false
        for await address in addresses {
            do {
                isSuccess = try await DemoRun(server: server, address: address).run()
                if keep {
                    Terminal.print("\nStill serving on \(address). Ctrl-C stops it.")
                } else {
                    await server.stop()
                }
            } catch {
                await server.stop()
                throw error
            }
            break
        }
        try await served
        guard isSuccess else { throw ExitCode(1) }
    }
}

/// One run of the sample, told step by step.
private struct DemoRun {
    let server: Server
    let address: String

    func run() async throws -> Bool {
        Terminal.print(Terminal.styled("Orchestrate Lambda functions", .bold) + " on \(address)\n")
        let stack = try await deploy()
        let started = try await server.call(
            "states", "StartExecution", ["stateMachineArn": .string(stack.machine), "input": "{}"])
        guard let execution = started["executionArn"]?.stringValue else { return false }
        Terminal.print("\nExecution \(Terminal.styled(execution, .dim))\n")
        let status = try await follow(execution)
        guard status == "ExecutionSucceeded" else { return false }
        return try await report(stack)
    }

    private struct Stack {
        var machine = ""
        var resultsQueue = ""
    }

    private func deploy() async throws -> Stack {
        let role = try await role()
        let installed = server.host.installed()
        var values: [(logicalID: String, value: String)] = []
        for function in StockSample.functions {
            let made = try await server.call(
                "lambda", "CreateFunction",
                [
                    "FunctionName": .string(function.logicalID), "Role": role, "PackageType": "Image",
                    "Code": ["ImageUri": .string("plugin://\(function.package)")],
                ])
            values.append((function.logicalID, made["FunctionArn"]?.stringValue ?? ""))
            let own = installed.first { $0.name == function.package && $0.origin == .droppedIn }
            told("AWS::Lambda::Function", function.logicalID, own?.source ?? "lib\(function.package).so")
        }
        let approvals = try await queue("RequestHumanApprovalSqs")
        values.append(("RequestHumanApprovalSqs", approvals.url))
        _ = try await server.call(
            "lambda", "CreateEventSourceMapping",
            ["EventSourceArn": .string(approvals.arn), "FunctionName": "ApproveSqsLambda", "BatchSize": 10])
        told("AWS::Lambda::EventSourceMapping", "LambdaFunctionEventSourceMapping", "the queue calls ApproveSqsLambda")
        let topic = try await server.call("sns", "CreateTopic", ["Name": "ReportResultSnsTopic"])["TopicArn"] ?? ""
        values.append(("ReportResultSnsTopic", topic.stringValue ?? ""))
        told("AWS::SNS::Topic", "ReportResultSnsTopic", "")
        let results = try await queue("results")
        _ = try await server.call(
            "sns", "Subscribe",
            [
                "TopicArn": topic, "Protocol": "sqs", "Endpoint": .string(results.arn),
                "Attributes": ["RawMessageDelivery": "true"],
            ])
        let machine = try await server.call(
            "states", "CreateStateMachine",
            [
                "name": "StockTradingStateMachine", "definition": .string(StockSample.definition(values)),
                "roleArn": role,
            ])
        told("AWS::StepFunctions::StateMachine", "StockTradingStateMachine", "")
        return Stack(machine: machine["stateMachineArn"]?.stringValue ?? "", resultsQueue: results.url)
    }

    /// What the machine and its functions act as; it may do what they do, and nothing else.
    private func role() async throws -> JSON {
        let name: JSON = "StockTradingStateMachineRole"
        let trusted: JSON = ["Service": ["states.amazonaws.com", "lambda.amazonaws.com"]]
        let trust: JSON = ["Effect": "Allow", "Principal": trusted, "Action": "sts:AssumeRole"]
        let made = try await server.call(
            "iam", "CreateRole", ["RoleName": name, "AssumeRolePolicyDocument": Self.policy([trust])])
        let queue: JSON = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        let logs: JSON = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
        let statements: [JSON] = [
            Self.allow(["lambda:InvokeFunction"], on: "arn:aws:lambda:*:*:function:*Lambda"),
            Self.allow(queue, on: "arn:aws:sqs:*:*:RequestHumanApprovalSqs"),
            Self.allow(["sns:Publish"], on: "arn:aws:sns:*:*:ReportResultSnsTopic"),
            Self.allow(["states:SendTaskSuccess", "states:SendTaskFailure"], on: "*"),
            Self.allow(logs, on: "arn:aws:logs:*:*:log-group:/aws/lambda/*"),
        ]
        _ = try await server.call(
            "iam", "PutRolePolicy",
            ["RoleName": name, "PolicyName": "Sample", "PolicyDocument": Self.policy(statements)])
        told("AWS::IAM::Role", "StockTradingStateMachineRole", "what the machine and its functions may do")
        return made["Role"]?["Arn"] ?? ""
    }

    private static func allow(_ actions: JSON, on resource: JSON) -> JSON {
        ["Effect": "Allow", "Action": actions, "Resource": resource]
    }

    private static func policy(_ statements: [JSON]) -> JSON {
        let document: JSON = ["Version": "2012-10-17", "Statement": .array(statements)]
        return .string(document.text)
    }

    private func queue(_ name: String) async throws -> (url: String, arn: String) {
        let url = try await server.call("sqs", "CreateQueue", ["QueueName": .string(name)])["QueueUrl"] ?? ""
        let attributes = try await server.call(
            "sqs", "GetQueueAttributes", ["QueueUrl": url, "AttributeNames": ["QueueArn"]])
        told("AWS::SQS::Queue", name, "")
        return (url.stringValue ?? "", attributes["Attributes"]?["QueueArn"]?.stringValue ?? "")
    }

    private func told(_ type: String, _ name: String, _ note: String) {
        Terminal.print(
            "  \(Terminal.styled("+", .green)) \(type.padded(38)) \(name.padded(38)) \(Terminal.styled(note, .dim))")
    }

    /// Prints states as they happen; answers the type of the last event.
    private func follow(_ execution: String) async throws -> String {
        var token: Int64 = 0
        var input: [String: String] = [:]
        while true {
            let page = try await server.call(
                "states", "GetExecutionHistory", ["executionArn": .string(execution), "maxResults": 1_000])
            for event in page["events"]?.arrayValue ?? [] {
                guard let id = event["id"]?.integerValue, id > token else { continue }
                token = id
                let type = event["type"]?.stringValue ?? ""
                if let entered = event["stateEnteredEventDetails"], let name = entered["name"]?.stringValue {
                    input[name] = entered["input"]?.stringValue
                    Terminal.print("  \(Terminal.styled("▸", .cyan)) \(Terminal.styled(name, .bold))")
                    Terminal.print("      in   \(entered["input"]?.stringValue ?? "")")
                } else if type == "TaskSubmitted" {
                    Terminal.print("      \(Terminal.styled("waits for an answer by task token", .yellow))")
                } else if let exited = event["stateExitedEventDetails"] {
                    Terminal.print("      out  \(exited["output"]?.stringValue ?? "")")
                } else if type.hasPrefix("Execution"), type != "ExecutionStarted" {
                    let isSuccess = type == "ExecutionSucceeded"
                    Terminal.print(
                        "\n  \(Terminal.styled(type.dropFirst("Execution".count).uppercased(), isSuccess ? .green : .red))"
                    )
                    if let failed = event["executionFailedEventDetails"] { Terminal.print("  \(failed.text)") }
                    return type
                }
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func report(_ stack: Stack) async throws -> Bool {
        let output = try await server.call(
            "sqs", "ReceiveMessage",
            ["QueueUrl": .string(stack.resultsQueue), "WaitTimeSeconds": 10, "MaxNumberOfMessages": 1])
        guard let message = output["Messages"]?[0]?["Body"]?.stringValue else {
            Terminal.print("  Nothing was published to the topic within 10 seconds.")
            return false
        }
        Terminal.print("  published to the topic: \(message)")
        return true
    }
}

extension String {
    /// The text filled up with spaces to a width.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
