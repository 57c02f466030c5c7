import AWSWire
import JSONTree
import Logging
import Platform
import Testing

@testable import ServerAssembly
@testable import WebConsole

/// What `newel dev` says at `/_newel/dev`.
@Suite struct PluginPageTests {
    private let feed = ConsoleFeed()

    private func answer(_ method: String, query: String = "", _ body: JSON? = nil) async throws -> WireReply {
        let server = try Server(
            ServerConfiguration(storage: .memory, executableDirectory: "/nowhere"), logger: Logger(label: "test"))
        defer { server.discard() }
        let page = PluginPage(directories: [], feed: feed, clock: SystemClock())
        let request = WireRequest(
            method: method, path: "/_newel/dev", query: query, headers: [], body: body?.bytes ?? [])
        return await page.answer(request, of: server.host)
    }

    private func tell(_ phase: String) async throws -> Int {
        try await answer("POST", ["folder": "/a b", "phase": .string(phase)]).status
    }

    @Test func whatIsToldOfAFolderIsForgottenWithTheConnectionOfWhoeverBuildsIt() async throws {
        let pieces = try #require(try await answer("GET", query: "folder=%2Fa%20b").pieces)
        #expect(try await tell("building") == 200)
        #expect(feed.builds.map(\.folder) == ["/a b"])
        await withTaskGroup(of: Int.self) { group in
            group.addTask { await pieces.reduce(0) { count, _ in count + 1 } }
            // As the gateway does when the connection ends.
            group.cancelAll()
            #expect(await group.next() == 0)
        }
        #expect(feed.builds.isEmpty)
    }

    @Test func aPhaseThatIsNoneIsRefused() async throws {
        #expect(try await tell("over") == 400)
        #expect(feed.builds.isEmpty)
    }
}
