import Glibc
import JSONTree
import OutboundHTTP
import Platform
import Synchronization
import WebConsole

/// Where `newel dev` puts builds, and whom it tells how they stand: a plugin folder of a server.
final class DevPlace: Sendable {
    /// What a build that was put there came to.
    enum Answer {
        /// Served, under these names.
        case served([String])
        /// Not served; why.
        case refused(String)
    }

    private let client: ServerClient
    private let folder: String
    /// What its files are called there, after this.
    private let prefix: String
    private let project: PluginProject
    /// What was put there.
    private let files = Mutex<Set<String>>([])
    private let isStaying = Atomic<Bool>(false)
    /// Files are written whole before they are put there: this old, so that nobody waits for their end.
    private static let ageSeconds = 60

    /// A place in a server's folder for the builds of a project.
    init(_ client: ServerClient, folder: String, project: PluginProject) {
        (self.client, self.folder, self.project) = (client, folder, project)
        prefix = "dev-\(project.name)-"
    }

    /// Tells the server how a build stands, for those who look at its console.
    func tell(_ phase: FolderBuild.Phase, _ output: String = "") async throws {
        let files = files.withLock { $0.sorted() }
        let said = try await client.post(
            "/_newel/dev",
            [
                "folder": .string(project.path), "name": .string(project.name), "phase": .string(phase.rawValue),
                "files": .array(files.map { .string($0) }), "output": .string(FolderBuild.end(of: output)),
            ])
        if said == nil { throw isGone }
    }

    /// Whether the server does not know that somebody is here; whoever is told so lets it know by `stay`.
    var isUnknown: Bool { isStaying.exchange(true, ordering: .acquiringAndReleasing) == false }

    /// Keeps the server told that somebody builds here, until the task is cancelled, this process ends in any way, or the server is gone.
    func stay() async {
        await client.stay("/_newel/dev", query: URLText.form([HTTPField("folder", project.path)]))
        isStaying.store(false, ordering: .releasing)
    }

    /// Puts a build there in one step and asks the server whether it serves it.
    ///
    /// - Parameter sha256: Of the bytes, in hex.
    func put(_ bytes: [UInt8], as name: String, sha256: String) async throws -> Answer {
        let before = try await state()
        let path = "\(folder)/\(prefix)\(name)"
        _ = files.withLock { $0.insert(path) }
        try FileContent.replace(path, with: bytes, ageSeconds: Self.ageSeconds)
        let after = try await state()
        let names = (after["handlers"]?.arrayValue ?? []).filter { $0["build"]?.stringValue == sha256 }
            .compactMap { $0["name"]?.stringValue }
        if !names.isEmpty { return .served(names) }
        let last = (before["notices"]?.arrayValue?.last?["number"]?.integerValue) ?? 0
        let said = (after["notices"]?.arrayValue ?? []).filter {
            ($0["number"]?.integerValue ?? 0) > last && $0["source"]?.stringValue == path
        }.compactMap { $0["message"]?.stringValue }
        return .refused(
            said.isEmpty
                ? "another plugin has these names already, or just this build was given up before"
                : said.joined(separator: "\n"))
    }

    /// Takes away what was put there.
    func clear() {
        for path in files.withLock({ $0 }) { unlink(path) }
    }

    private func state() async throws -> JSON {
        guard let state = try await client.get("/_newel/dev") else { throw isGone }
        return state
    }

    private var isGone: CommandFailure { CommandFailure("The server on \(client.address) is gone.") }
}
