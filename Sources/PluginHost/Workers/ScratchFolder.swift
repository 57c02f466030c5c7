import CNewelSpawn
import Glibc

/// The folder in which one worker may write: its `TMPDIR`, gone with it.
struct ScratchFolder: Sendable {
    let path: String

    /// Makes a new one below a folder, which is made when it is not there.
    ///
    /// - Throws: When neither can be made.
    init(in root: String) throws(ChildProcess.SpawnFailure) {
        if let path = Self.fresh(in: root) {
            self.path = path
            return
        }
        guard errno == ENOENT else { throw ChildProcess.SpawnFailure(errno: errno) }
        do throws(PackageProblem) { try Files.makeFolder(root) } catch {
            throw ChildProcess.SpawnFailure(errno: ENOENT)
        }
        guard let path = Self.fresh(in: root) else { throw ChildProcess.SpawnFailure(errno: errno) }
        self.path = path
    }

    /// `nil` with errno set when it cannot be made.
    private static func fresh(in root: String) -> String? {
        var template = Array("\(root)/worker-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Removes it and all that is in it. Only when its worker has ended.
    func remove() { newel_remove_tree(path) }
}
