import Glibc
import Platform

/// The folder of the server's data: the database, `plugins/` (packages by content), `logs/`, `s3/` (contents of objects), `keys/`, `trusted-keys/`.
package struct DataFolder: Sendable {
    /// The folder itself.
    package let path: String
    /// Nothing in it is meant to outlive the process: durability is left out and the folder removed at the end.
    package let isTemporary: Bool

    /// Makes the folder when it is not there.
    package init(_ storage: ServerConfiguration.Storage) throws(ServerError) {
        switch storage {
        case .directory(let path):
            self.path = path
            isTemporary = false
        case .memory:
            path = try Self.temporary()
            isTemporary = true
        }
        for directory in [path, functionLogs] + (isTemporary ? [] : [Self.installedPlugins(in: path)]) {
            try Self.make(directory)
        }
    }

    /// One file a function.
    var functionLogs: String { "\(path)/logs" }

    /// Contents of S3 objects.
    var objects: String { "\(path)/s3" }

    /// Material of keys.
    var keys: String { "\(path)/keys" }

    /// Where `newel plugin install` puts plugins.
    package static func installedPlugins(in data: String) -> String { "\(data)/installed" }

    /// The folder of the public keys whose packages are trusted, inside the data folder.
    package static let trustedKeysName = "trusted-keys"

    /// Which calls are out.
    var handovers: String { "\(path)/handovers" }

    /// Removes a temporary folder with all that is in it.
    func removeIfTemporary() {
        guard isTemporary else { return }
        Folder.remove(path)
    }

    /// A fresh folder under the system's temporary one.
    package static func temporary() throws(ServerError) -> String {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/newel-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.map { mkdtemp($0) != nil } ?? false }) else {
            throw ServerError(
                "No temporary folder can be made under \(base): \(String(cString: strerror(errno))). Set TMPDIR to one that can be written."
            )
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// `$XDG_DATA_HOME/newel`, or `~/.local/share/newel`.
    package static var standard: String {
        if let data = getenv("XDG_DATA_HOME").map({ String(cString: $0) }), data.hasPrefix("/") {
            return "\(data)/newel"
        }
        return "\(getenv("HOME").map { String(cString: $0) } ?? ".")/.local/share/newel"
    }

    /// Makes a folder and those above it.
    package static func make(_ path: String) throws(ServerError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
            throw ServerError(
                "The folder \(made) cannot be made: \(String(cString: strerror(errno))). Give another with --data.")
        }
    }
}
