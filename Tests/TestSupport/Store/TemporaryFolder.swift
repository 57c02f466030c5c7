import Glibc
import Platform

/// A folder for one test; deleted with this object.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let path: String

    /// Makes an empty folder.
    package init() {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/newel-test-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no temporary folder: \(String(cString: strerror(errno)))")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What a file in it holds; `nil` when there is none.
    package func bytes(of name: String) -> [UInt8]? {
        let descriptor = open("\(path)/\(name)", O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &piece, piece.count), count > 0 { bytes += piece.prefix(count) }
        return bytes
    }

    /// The files below it, with their folders, that hold a text.
    package func files(holding text: String) -> [String] { files(holdingBytes: Array(text.utf8)) }

    /// The files below it, with their folders, that hold these bytes in a row.
    package func files(holdingBytes wanted: [UInt8]) -> [String] {
        names(in: "").filter { name in
            let content = bytes(of: name) ?? []
            guard content.count >= wanted.count else { return false }
            return (0...(content.count - wanted.count)).contains { start in
                content[start] == wanted[0] && content[start..<(start + wanted.count)].elementsEqual(wanted)
            }
        }
    }

    private func names(in folder: String) -> [String] {
        Folder.names(in: "\(path)/\(folder)").flatMap { name in
            var facts = stat()
            guard stat("\(path)/\(folder)\(name)", &facts) == 0 else { return [String]() }
            return facts.st_mode & S_IFMT == S_IFDIR ? names(in: "\(folder)\(name)/") : ["\(folder)\(name)"]
        }
    }

    deinit { Folder.remove(path) }
}
