import AWSWire
import JSONTree
import Platform
import PluginHost
import PluginRuntime
import ResourceNames
import Synchronization
import WebConsole

/// `/_newel/dev`: what is installed at this moment, where plugins may be dropped, and what the host said of those that were.
///
/// GET looks at the folders first, and answers `{"directories", "handlers", "notices"}`: who has put a plugin there knows with the answer
/// whether it is served. POST takes `{"folder", "name", "phase", "files", "output"}`, how a build of a folder stands, for those who look at the
/// console. GET with `?folder=` says that somebody is there who builds it, and its answer has no end: when the connection ends, however it
/// does, nobody builds the folder any more.
final class PluginPage: Sendable {
    private static let noticesMax = 50
    private let directories: [String]
    private let feed: ConsoleFeed
    private let clock: any WallClock
    private let work = BlockingWork(label: "newel.plugin-page", width: 1)
    private let notices = Mutex<[(number: Int, notice: PluginNotice)]>([])

    /// A page over these plugin folders; builds are told to the feed.
    init(directories: [String], feed: ConsoleFeed, clock: any WallClock) {
        (self.directories, self.feed, self.clock) = (directories, feed, clock)
    }

    /// Keeps a notice for those who ask. [any thread]
    func note(_ notice: PluginNotice) {
        notices.withLock { notices in
            notices.append(((notices.last?.number ?? 0) + 1, notice))
            if notices.count > Self.noticesMax { notices.removeFirst() }
        }
    }

    /// Answers a request.
    func answer(_ request: WireRequest, of host: PluginHost) async -> WireReply {
        switch request.method {
        case "GET":
            if let folder = RequestQuery(request.query)["folder"] { return answerForAsLong(as: feed.stay(in: folder)) }
            return await state(of: host)
        case "POST": return take(request)
        default: return .json(405, ["message": "GET or POST only."])
        }
    }

    private func take(_ request: WireRequest) -> WireReply {
        let body: JSON
        do throws(JSONError) { body = try JSON.parse(request.body) } catch {
            return .json(400, ["message": .string("The body is not JSON: \(error.message)")])
        }
        guard let folder = body["folder"]?.stringValue, let phase = body["phase"]?.stringValue else {
            return .json(400, ["message": "Give \"folder\", the folder that is built, and \"phase\", how that stands."])
        }
        guard let phase = FolderBuild.Phase(rawValue: phase) else {
            return .json(400, ["message": .string("\"phase\" is building, failed or served, not '\(phase)'.")])
        }
        feed.note(
            FolderBuild(
                folder: folder, name: body["name"]?.stringValue ?? folder, phase: phase,
                files: body["files"]?.arrayValue?.compactMap(\.stringValue) ?? [],
                output: body["output"]?.stringValue ?? "", at: clock.now.milliseconds))
        return .json(200, .emptyObject)
    }

    /// An answer of which nothing comes: with its connection the stay is let go.
    private func answerForAsLong(as stay: FolderStay) -> WireReply {
        var reply = WireReply(status: 200, headers: [("Content-Type", "text/plain; charset=utf-8")])
        reply.pieces = AsyncStream {
            await stay.wait()
            return nil
        }
        return reply
    }

    private func state(of host: PluginHost) async -> WireReply {
        let handlers = await work.run { host.installed() }
        let notices = notices.withLock { $0 }
        return .json(
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
}
