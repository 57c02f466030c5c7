import AWSWire
import JSONTree
import LogsService
import PluginHost
import ResourceNames
import SQLiteStore
import TestSupport
import Testing

@testable import ServerAssembly

/// How pieces of output become events.
@Suite struct FunctionLogGroupsTests {
    private static let start = Timestamp(milliseconds: 1_800_000_000_000)
    private let store: SQLiteStore
    private let service: LogsService
    private let groups: FunctionLogGroups

    init() throws {
        store = try SQLiteStore.temporary()
        service = try LogsService(
            store: store, clock: MovableClock(at: Self.start.milliseconds), pause: { _ in },
            run: { _, _, _, _ throws(ServiceError) in OperationOutput() }, admit: { _, _, _, _ in true })
        groups = FunctionLogGroups(sink: service.sink)
    }

    private func write(
        _ text: String, call: String = "1", stream: String = "s", function: String = "f", isQuiet: Bool = false,
        at now: Timestamp = start
    ) {
        groups.append(
            FunctionOutput(
                function: "arn:aws:lambda:us-east-1:000000000000:function:\(function)", roleARN: nil,
                logStream: stream, requestID: call, lines: Array(text.utf8), isQuiet: isQuiet), at: now)
    }

    private func messages(of function: String = "f") async throws -> [String] {
        let context = RequestContext(
            territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "", endpoint: "")
        let output = try await Dispatcher([service.actions]).run(
            "FilterLogEvents", of: "logs", ["logGroupName": .string("/aws/lambda/\(function)")], in: context)
        return output.body["events"]?.arrayValue?.compactMap { $0["message"]?.stringValue } ?? []
    }

    @Test func aLineInPiecesIsOneEvent() async throws {
        write("a\nb")
        write("c")
        write("d\n\ne\n")
        #expect(try await messages() == ["a\n", "bcd\n", "e\n"])
    }

    @Test func linesGoToTheGroupThatIsNamedForAsLongAsItIs() async throws {
        func write(_ text: String, to group: String?) {
            groups.append(
                FunctionOutput(
                    function: "arn:aws:lambda:us-east-1:000000000000:function:f", roleARN: nil, logGroup: group,
                    logStream: "s", requestID: "1", lines: Array(text.utf8), isQuiet: false), at: Self.start)
        }
        write("a\n", to: nil)
        write("b\n", to: "/aws/lambda/other")
        write("c\n", to: nil)
        #expect(try await messages() == ["a\n", "c\n"])
        #expect(try await messages(of: "other") == ["b\n"])
    }

    @Test func whatOneCallLeavesOpenIsNotTheNextOnes() async throws {
        write("a", call: "1")
        write("x", call: "2", stream: "t")
        write("b\n", call: "2")
        write("y\n", call: "2", stream: "t")
        #expect(try await messages().sorted() == ["a", "b\n", "xy\n"])
    }

    @Test func aLineWithoutEndIsCut() async throws {
        write(String(repeating: "x", count: 300 << 10))
        write("y\n")
        #expect(try await messages().map(\.utf8.count) == [300 << 10, 2])
    }

    @Test func callsThatPrintNothingHaveAnAllowance() async throws {
        for _ in 0..<1_200 { write("START\nEND\n", isQuiet: true) }
        for _ in 0..<5 { write("printed\n") }
        write("START\nEND\n", function: "other", isQuiet: true)
        #expect(try await messages().count == 2 * 1_000 + 5)
        #expect(try await messages(of: "other").count == 2)
        // It grows again with time, and no further than it was.
        for _ in 0..<30 { write("START\nEND\n", isQuiet: true, at: Self.start + .seconds(2)) }
        #expect(try await messages().count == 2 * 1_020 + 5)
    }

    @Test func integrationsHaveNoGroup() async throws {
        groups.append(
            FunctionOutput(
                function: "arn:aws:states:::notes:*", roleARN: nil, logStream: "s", requestID: "1",
                lines: Array("x\n".utf8), isQuiet: false), at: Self.start)
        let context = RequestContext(
            territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "", endpoint: "")
        let output = try await Dispatcher([service.actions]).run("DescribeLogGroups", of: "logs", [:], in: context)
        #expect(output.body["logGroups"] == [])
    }
}
