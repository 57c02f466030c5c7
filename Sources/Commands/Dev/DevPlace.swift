import Glibc
import JSONTree
import Platform

/// Where `newel dev` puts builds: a plugin folder of a server.
struct DevPlace {
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
    /// Files are written whole before they are put there: this old, so that nobody waits for their end.
    private static let ageSeconds = 60

    /// A place in a server's folder for the builds of a project.
    init(_ client: ServerClient, folder: String, project: String) {
        self.client = client
        self.folder = folder
        prefix = "dev-\(project)-"
    }

    /// Puts a build there in one step and asks the server whether it serves it.
    ///
    /// - Parameter sha256: Of the bytes, in hex.
    func put(_ bytes: [UInt8], as name: String, sha256: String) async throws -> Answer {
        let before = try await state()
        let path = "\(folder)/\(prefix)\(name)"
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
        for name in Folder.names(in: folder) where name.hasPrefix(prefix) { unlink("\(folder)/\(name)") }
    }

    private func state() async throws -> JSON {
        guard let state = try await client.get("/_newel/dev") else {
            throw CommandFailure("The server on \(client.address) is gone.")
        }
        return state
    }
}
