import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import SQLiteStore
import StorageContract
import TestSupport
import Testing

@testable import LambdaService

@Suite struct ListTests {
    private static let context = RequestContext(
        territory: EventWorld.territory, requestID: "r", endpoint: "http://127.0.0.1:4566")

    /// A list of event source mappings over a real store.
    private final class World {
        let clock = MovableClock()
        let mappings: EventSourceMappings
        private let folder = TemporaryFolder()
        private let store: SQLiteStore

        init() async throws {
            store = try SQLiteStore(folder: folder.path)
            mappings = try EventSourceMappings(store: store)
            for name in ["a", "b", "c", "d", "e"] {
                let queue = try #require(ARN("arn:aws:sqs:us-east-1:000000000000:\(name)"))
                try await mappings.insert(
                    EventSourceMappingRecord(
                        uuid: name, source: queue, functionARN: EventWorld.arn, modifiedAt: clock.now))
            }
        }

        deinit { store.close() }

        func page(_ marker: JSON? = nil) async throws(ServiceError) -> JSON {
            let list = ListEventSourceMappings(mappings: mappings, pages: PageTokens(clock: clock))
            var input: JSONObject = ["MaxItems": 2]
            input["Marker"] = marker
            return try await list.run(.object(input), in: ListTests.context).body
        }
    }

    private static func names(_ page: JSON) -> [String] {
        (page["EventSourceMappings"]?.arrayValue ?? []).compactMap { $0["UUID"]?.stringValue }
    }

    @Test func aListGoesOnWhereAnEntryIsGone() async throws {
        let world = try await World()
        let first = try await world.page("")
        #expect(Self.names(first) == ["a", "b"])
        try await world.mappings.delete(world.mappings.get("b"))
        try await world.mappings.delete(world.mappings.get("c"))
        let second = try await world.page(first["NextMarker"])
        #expect(Self.names(second) == ["d", "e"] && second["NextMarker"] == nil)
    }

    @Test func aMarkerIsGoodForADay() async throws {
        let world = try await World()
        let marker = try #require(try await world.page()["NextMarker"])
        world.clock.move(by: .seconds(86_400))
        #expect(Self.names(try await world.page(marker)) == ["c", "d"])
        world.clock.move(by: .seconds(1))
        await #expect(throws: ServiceError.self) { try await world.page(marker) }
        await #expect(throws: ServiceError.self) { try await world.page("c") }
    }

    @Test func versionsOfFunctionsAreListedByNumberUnderEachName() throws {
        var records: [FunctionRecord] = []
        for name in ["f", "f-1", "f0"] {
            for version in ["$LATEST", "2", "10", "100"] {
                var record = FunctionRecord(
                    territory: EventWorld.territory, name: name, code: .installed(uri: "plugin://f"), handler: "",
                    roleARN: "arn:aws:iam::000000000000:role/r", revisionID: "r",
                    lastModified: Timestamp(milliseconds: 0))
                record.version = version
                records.append(record)
            }
        }
        let pages = PageTokens(clock: MovableClock())
        for size in 1...records.count {
            var (seen, input): ([JSON], JSONObject) = ([], ["MaxItems": .integer(Int64(size))])
            repeat {
                let output = try ListPage(records, .object(input), list: "l", pages, position: \.listPosition)
                    .output("L") { .string("\($0.name) \($0.version)") }
                seen += output["L"]?.arrayValue ?? []
                input["Marker"] = output["NextMarker"]
            } while input["Marker"] != nil
            #expect(seen == records.map { .string("\($0.name) \($0.version)") }, "\(size) a page")
        }
    }
}
