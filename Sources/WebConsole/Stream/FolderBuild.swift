import JSONTree

/// How `newel dev` stands with a plugin's folder: what it builds, or what came of it last.
package struct FolderBuild: Sendable, Equatable {
    /// What a build can be at.
    package enum Phase: String, Sendable {
        /// The folder's tool runs, or what it built is tried.
        case building
        /// It cannot be built, or what was built cannot be served; the build before it goes on.
        case failed
        /// What was built last is served.
        case served
    }

    /// The folder with the source; builds are told apart by it.
    package var folder: String
    /// What people call it.
    package var name: String
    /// How far it is.
    package var phase: Phase
    /// The files in the server's plugin folders that it is put to, as far as they are known.
    package var files: [String]
    /// What the tool wrote and what is wrong, for people; its end, when it is long.
    package var output: String
    /// Milliseconds since 1970.
    package var at: Int64

    /// The most output that is kept.
    package static let outputBytesMax = 64 << 10

    /// States all; of the output its end is kept.
    package init(folder: String, name: String, phase: Phase, files: [String], output: String, at: Int64) {
        (self.folder, self.name, self.phase, self.files, self.at) = (folder, name, phase, files, at)
        self.output = Self.end(of: output)
    }

    /// The whole lines at the end of a text that there is room for; of a line that is too long, its end.
    package static func end(of output: String) -> String {
        let bytes = output.utf8
        guard bytes.count > outputBytesMax else { return output }
        let kept = bytes.suffix(outputBytesMax)
        let isWhole = bytes[bytes.index(before: kept.startIndex)] == UInt8(ascii: "\n")
        let lines = isWhole ? kept : kept.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
        // A character that was cut through stands for itself.
        return String(decoding: lines.isEmpty ? kept : lines, as: UTF8.self)
    }

    /// As pages get it.
    var json: JSON {
        [
            "folder": .string(folder), "name": .string(name), "phase": .string(phase.rawValue),
            "files": .array(files.map { .string($0) }), "output": .string(output), "at": .integer(at),
        ]
    }
}
