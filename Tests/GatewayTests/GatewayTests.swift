import AWSWire
import JSONTree
import Logging
import ResourceNames
import ServiceLifecycle
import Testing

@testable import Gateway

/// Answers how many bytes its input text has.
private struct StartExecution: AWSWire.Operation {
    static let name = "StartExecution"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput([
            "executionArn": .string(input["name"]?.stringValue ?? ""),
            "bytes": .integer(Int64(input["input"]?.stringValue?.utf8.count ?? 0)),
        ])
    }
}

/// Answers when it is cancelled, or after half a minute.
private struct GetActivityTask: AWSWire.Operation {
    static let name = "GetActivityTask"
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        // Being cancelled is how this test ends it.
        try? await Task.sleep(for: input["workerName"] == "quick" ? .milliseconds(200) : .seconds(3_600))
        return OperationOutput(["taskToken": "late"])
    }
}

/// Runs a gateway on a free port for as long as the work takes.
private func withGateway(
    bodyBytesMax: Int = 10 * 1_048_576, _ work: @escaping @Sendable (RawClient) async throws -> Void
) async throws {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let door = AWSFrontDoor(
        dispatcher: Dispatcher([ServiceActions(service: "states", [StartExecution(), GetActivityTask()])]),
        defaults: WireDefaults(bodyBytesMax: bodyBytesMax))
    let gateway = Gateway(
        door: door,
        configuration: GatewayConfiguration(
            port: 0, shutdownGrace: .milliseconds(500), health: { ["status": "ok", "tests": true] },
            onReady: { bound in
                port.yield(bound)
                port.finish()
            }),
        logger: Logger(label: "gateway", factory: { _ in SwiftLogNoOpLogHandler() }))
    let group = ServiceGroup(
        configuration: .init(
            services: [.init(service: gateway)],
            logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        let bound = try #require(await iterator.next())
        try await work(RawClient(port: bound))
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}

private func start(_ name: String, _ extra: String = "", input: String = "") -> String {
    let body = #"{"stateMachineArn":"arn:m","name":"\#(name)","input":"\#(input)"}"#
    return
        "POST / HTTP/1.1\r\nHost: any.example\r\nX-Amz-Target: AWSStepFunctions.StartExecution\r\nContent-Length: \(body.utf8.count)\r\n\(extra)\r\n\(body)"
}

private func count(_ wanted: String, in text: String) -> Int {
    text.split(separator: wanted, omittingEmptySubsequences: false).count - 1
}

@Suite struct GatewayTests {
    @Test func healthIsWhatItsClosureSays() async throws {
        try await withGateway { client in
            let text = await client.exchange("GET /_newel/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(text.hasSuffix("\r\n\r\n{\"status\":\"ok\",\"tests\":true}"))
        }
    }

    @Test(arguments: [
        ("/", "HTTP/1.1 200 OK"), ("/_newel/other", "HTTP/1.1 404 Not Found"), ("/nothing", "HTTP/1.1 404 Not Found"),
    ])
    func otherPathsHaveAPlainAnswer(path: String, line: String) async throws {
        try await withGateway { client in
            let text = await client.exchange("GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(text.hasPrefix(line))
        }
    }

    @Test func aConnectionServesRequestAfterRequest() async throws {
        try await withGateway { client in
            let text = await client.exchange([
                Array(start("one").utf8), Array(start("two", "Connection: close\r\n").utf8),
            ])
            #expect(count("HTTP/1.1 200 OK", in: text) == 2)
            #expect(
                text.contains(#"{"executionArn":"one","bytes":0}"#)
                    && text.hasSuffix(#"{"executionArn":"two","bytes":0}"#))
            #expect(count("Connection: close", in: text) == 1)
        }
    }

    @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
        try await withGateway { client in
            let names = (0..<50).map { "n\($0);" }
            let text = await client.exchange(names.map { start($0) }.joined() + start("last", "Connection: close\r\n"))
            #expect(count("HTTP/1.1 200 OK", in: text) == 51)
            let seen = names.compactMap { name in text.split(separator: name, maxSplits: 1).first?.utf8.count }
            #expect(seen == seen.sorted() && seen.count == names.count)
        }
    }

    @Test func aChunkedBodyIsPutTogether() async throws {
        try await withGateway { client in
            let head =
                "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: AWSStepFunctions.StartExecution\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            let text = await client.exchange([
                Array((head + "1B\r\n{\"stateMachineArn\":\"arn:m\",\r\n").utf8),
                Array("e\r\n\"name\":\"whole\"\r\n".utf8),
                Array("1\r\n}\r\n0\r\n\r\n".utf8),
            ])
            #expect(text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(text.contains(#""executionArn":"whole""#))
        }
    }

    @Test func aLargeBodyWithinTheLimitPasses() async throws {
        try await withGateway { client in
            let text = await client.exchange(
                start("large", "Connection: close\r\n", input: String(repeating: "x", count: 250_000)))
            #expect(text.contains(#""bytes":250000"#))
        }
    }

    @Test func aBodyThatIsTooLargeIsRefusedBeforeItIsRead() async throws {
        try await withGateway(bodyBytesMax: 1_000) { client in
            let text = await client.exchange(start("large", input: String(repeating: "x", count: 300_000)))
            #expect(text.hasPrefix("HTTP/1.1 413"))
            #expect(text.contains("RequestEntityTooLargeException") && text.contains("Connection: close"))
        }
    }

    @Test func aChunkedBodyThatIsTooLargeIsRefused() async throws {
        try await withGateway(bodyBytesMax: 1_000) { client in
            let head =
                "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: AWSStepFunctions.StartExecution\r\nTransfer-Encoding: chunked\r\n\r\n"
            let text = await client.exchange(head + "1000\r\n" + String(repeating: "x", count: 4_096) + "\r\n0\r\n\r\n")
            #expect(text.hasPrefix("HTTP/1.1 413"))
            #expect(count("HTTP/1.1", in: text) == 1)
        }
    }

    @Test(arguments: [
        "NONSENSE\r\n\r\n", "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
    ])
    func malformedRequestsAreRefusedAndTheConnectionCloses(request: String) async throws {
        try await withGateway { client in
            let text = await client.exchange(request)
            #expect(text.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        }
    }

    @Test func aClientThatExpectsToContinueIsToldTo() async throws {
        try await withGateway { client in
            let request = start("late", "Expect: 100-continue\r\nConnection: close\r\n")
            let parts = request.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
            let text = await client.exchange([Array((parts[0] + "\r\n\r\n").utf8), Array(parts[1].utf8)])
            #expect(text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\n"))
            #expect(text.contains("HTTP/1.1 200 OK") && text.contains(#""executionArn":"late""#))
        }
    }

    @Test func headHasTheLengthButNoBody() async throws {
        try await withGateway { client in
            let text = await client.exchange("HEAD /_newel/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(text.contains("Content-Length: 28\r\n"))
            #expect(text.hasSuffix("\r\n\r\n"))
        }
    }

    @Test(arguments: [("quick", "HTTP/1.1 200 OK"), ("slow", "")])
    func stoppingLetsRequestsEndWithinTheGrace(worker: String, line: String) async throws {
        let (replies, reply) = AsyncStream.makeStream(of: String.self)
        try await withGateway { client in
            let body = #"{"activityArn":"arn:a","workerName":"\#(worker)"}"#
            let text =
                "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: AWSStepFunctions.GetActivityTask\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            Task {
                reply.yield(await client.exchange(text))
                reply.finish()
            }
            // An idle connection must not hold the gateway up either.
            Task { await client.exchange("") }
            try await Task.sleep(for: .milliseconds(100))
        }
        // The slow request alone would take an hour: that we are here is the proof.
        var iterator = replies.makeAsyncIterator()
        let received = try #require(await iterator.next())
        #expect(received.hasPrefix(line) && received.isEmpty == line.isEmpty)
    }
}
