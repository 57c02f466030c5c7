import JSONTree
import Logging
import Testing

@testable import ServerAssembly

/// What `/_newel/health` says.
@Suite struct HealthTests {
    @Test func aServerWithoutTroublesHasNoWarnings() throws {
        let server = try Server(
            ServerConfiguration(storage: .memory, executableDirectory: "/nowhere"), logger: Logger(label: "test"))
        defer { server.discard() }
        #expect(server.health() == ["status": "ok", "version": .string(Version.text), "warnings": []])
    }

    @Test func aLongLogIsToldInMegabytes() {
        #expect(Server.longLogMessage(70 << 20).contains(" 70 MiB"))
    }
}
