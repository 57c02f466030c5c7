import AWSWire
import JSONTree
import Platform
import PluginHost
import PluginRuntime
import Synchronization

/// `/_newel/dev`: what is installed at this moment, where plugins may be dropped, and what the host said of those that were.
///
/// GET looks at the folders first, and answers `{"directories", "handlers", "notices"}`: who has put a plugin there knows with the answer
/// whether it is served.
final class PluginPage: Sendable {
    private static let noticesMax = 50
    private let directories: [String]
    private let work = BlockingWork(label: "newel.plugin-page", width: 1)
    private let notices = Mutex<[(number: Int, notice: PluginNotice)]>([])

    /// A page over these plugin folders.
    init(directories: [String]) { self.directories = directories }

    /// Keeps a notice for those who ask. [any thread]
    func note(_ notice: PluginNotice) {
        notices.withLock { notices in
            notices.append(((notices.last?.number ?? 0) + 1, notice))
            if notices.count > Self.noticesMax { notices.removeFirst() }
        }
    }

    /// Answers a request.
    func answer(_ request: WireRequest, of host: PluginHost) async -> WireReply {
        guard request.method == "GET" else { return reply(405, ["message": "GET only."]) }
        let handlers = await work.run { host.installed() }
        let notices = notices.withLock { $0 }
        return reply(
            200,
            [
                "directories": .array(directories.map { .string($0) }),
                "handlers": .array(handlers.map(Self.shape)),
                "notices": .array(
                    notices.map { number, notice in
                        [
                            "number": .integer(Int64(number)), "kind": .string(notice.kind.rawValue),
                            "source": .string(notice.source), "message": .string(notice.message),
                        ]
                    }),
            ])
    }

    private static func shape(_ handler: InstalledHandler) -> JSON {
        [
            "name": .string(handler.name), "kind": handler.kind == .function ? "function" : "integration",
            "package": .string(handler.package), "source": .string(handler.source), "build": .string(handler.buildID),
        ]
    }

    private func reply(_ status: Int, _ body: JSON) -> WireReply {
        WireReply(status: status, headers: [("Content-Type", "application/json")], body: body.bytes)
    }
}
