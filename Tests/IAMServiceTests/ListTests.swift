import AWSWire
import JSONTree
import ResourceNames
import SQLiteStore
import StorageContract
import TestSupport
import Testing

@testable import IAMService

/// Lists in pages.
@Suite struct ListTests {
    @Test func aMarkerIsGoodForItsListAloneAndForADay() async throws {
        let (store, clock) = (try SQLiteStore.temporary(), MovableClock())
        defer { store.close() }
        let dispatcher = Dispatcher([try IAMService(store: store, clock: clock).actions])
        func run(_ action: String, _ input: JSON) async throws(ServiceError) -> JSON {
            let context = RequestContext(
                territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r", endpoint: "")
            return try await dispatcher.run(action, of: "iam", input, in: context).body
        }
        func refusal(_ action: String, _ marker: JSON) async -> String? {
            do throws(ServiceError) {
                _ = try await run(action, ["Marker": marker])
                return nil
            } catch {
                return error.code
            }
        }
        for name in ["a", "b", "c"] { _ = try await run("CreateUser", ["UserName": .string(name)]) }
        let first = try await run("ListUsers", ["MaxItems": 2])
        let marker = try #require(first["Marker"])
        #expect(first["IsTruncated"] == true)
        clock.move(by: .seconds(86_400))
        let second = try await run("ListUsers", ["Marker": marker])
        #expect(second["Users"]?.arrayValue?.compactMap { $0["UserName"]?.stringValue } == ["c"])
        #expect(await refusal("ListGroups", marker) == "ValidationError")
        #expect(await refusal("ListUsers", "mine") == "ValidationError")
        clock.move(by: .seconds(1))
        #expect(await refusal("ListUsers", marker) == "ValidationError")
    }
}
