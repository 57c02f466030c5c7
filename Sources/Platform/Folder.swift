import Glibc

/// What is done with whole folders.
package enum Folder {
    /// The names in a folder, sorted; empty when it cannot be read.
    package static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a folder and all that is in it, or a file; links are removed, not followed. What cannot be removed stays.
    package static func remove(_ path: String) {
        guard unlink(path) != 0 else { return }
        // Packages are kept read-only: their folders must be writable to be emptied.
        chmod(path, 0o700)
        for name in names(in: path) { remove("\(path)/\(name)") }
        rmdir(path)
    }
}
